package io.github.clerkspring.boot.security;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * {@link SpringBootCondition} that matches if the application accepts OAuth access
 * tokens. Invalid values do not match; the properties reject them.
 */
class OnOAuthTokensCondition extends SpringBootCondition {

	private static final String PROPERTY = "clerk.accepted-tokens";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		List<String> types = Binder.get(context.getEnvironment())
			.bind(PROPERTY, Bindable.listOf(String.class))
			.orElse(null);
		boolean accepted = types != null
				&& types.stream().anyMatch((type) -> type.trim().matches("(?i)oauth([_-]token)?"));
		ConditionMessage.Builder message = ConditionMessage.forCondition("OAuth access tokens");
		return (accepted) ? ConditionOutcome.match(message.foundExactly(PROPERTY))
				: ConditionOutcome.noMatch(message.because("'" + PROPERTY + "' does not contain oauth"));
	}

}
