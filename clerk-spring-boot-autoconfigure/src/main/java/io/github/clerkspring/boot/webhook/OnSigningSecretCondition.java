package io.github.clerkspring.boot.webhook;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Condition that matches if a signing secret is configured.
 */
class OnSigningSecretCondition extends SpringBootCondition {

	private static final List<String> PROPERTIES = List.of("clerk.webhook.signing-secrets",
			"clerk.webhook.signing-secret");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Binder binder = Binder.get(context.getEnvironment());
		ConditionMessage.Builder message = ConditionMessage.forCondition("Webhook Signing Secret");
		for (String property : PROPERTIES) {
			List<String> values = binder.bind(property, Bindable.listOf(String.class)).orElse(null);
			if (values != null && values.stream().anyMatch(StringUtils::hasText)) {
				return ConditionOutcome.match(message.foundExactly("property " + property));
			}
		}
		return ConditionOutcome.noMatch(message.didNotFind("property", "properties").items(PROPERTIES));
	}

}
