package io.github.clerkspring.boot;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Condition on the property {@code clerk.enabled}. If Clerk is enabled, the version of
 * Spring Boot must be supported.
 */
class OnClerkEnabledCondition extends SpringBootCondition {

	private static final String PROPERTY = "clerk.enabled";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Map<String, @Nullable Object> attributes = metadata
			.getAnnotationAttributes(ConditionalOnClerkEnabled.class.getName());
		boolean required = attributes == null || !Boolean.FALSE.equals(attributes.get("value"));
		boolean enabled = isEnabled(context.getEnvironment());
		if (enabled) {
			requireSupported(SpringBootVersion.getVersion());
		}
		return new ConditionOutcome(enabled == required, ConditionMessage.forCondition(ConditionalOnClerkEnabled.class)
			.because((enabled) ? "Clerk is switched on" : "'clerk.enabled' switches Clerk off"));
	}

	/**
	 * Return whether Clerk is enabled.
	 * @param environment the environment
	 * @return {@code true} unless the property is {@code false}
	 */
	static boolean isEnabled(Environment environment) {
		String value = Binder.get(environment).bind(PROPERTY, String.class).orElse("");
		return !StringUtils.hasText(value) || toBoolean(value);
	}

	private static boolean toBoolean(String value) {
		try {
			return Boolean.TRUE.equals(ApplicationConversionService.getSharedInstance().convert(value, Boolean.class));
		}
		catch (ConversionException ex) {
			throw InvalidValue.of(PROPERTY, value, "The value must be true or false.");
		}
	}

	/**
	 * Reject versions of Spring Boot without the modules that this library requires.
	 * Without this check the auto-configuration would back off silently.
	 * @param version the version of Spring Boot, or {@code null} if it is unknown
	 */
	static void requireSupported(@Nullable String version) {
		if (version != null && version.matches("[0-3]\\..*")) {
			throw new ClerkConfigurationException(
					"Clerk for Spring Boot works with Spring Boot 4.0 and 4.1. This application runs on Spring Boot %s."
						.formatted(version),
					"Use Spring Boot 4.0 or 4.1, or remove the starter, whose dependencies require them as well.");
		}
	}

}
