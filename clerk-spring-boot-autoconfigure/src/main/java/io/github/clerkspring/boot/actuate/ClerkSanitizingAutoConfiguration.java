package io.github.clerkspring.boot.actuate;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that hides the secrets of Clerk in
 * the {@code env} and {@code configprops} endpoints, even if they are configured to show
 * values.
 */
@AutoConfiguration(after = ClerkAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass(SanitizingFunction.class)
public final class ClerkSanitizingAutoConfiguration {

	private static final List<String> SECRETS = List.of("clerksecretkey", "clerkmachinesecretkey",
			"clerkwebhooksigningsecret");

	@Bean
	SanitizingFunction clerkSanitizingFunction() {
		return SanitizingFunction.sanitizeValue().ifKeyMatches(ClerkSanitizingAutoConfiguration::isSecret);
	}

	private static boolean isSecret(String key) {
		String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
		return SECRETS.stream().anyMatch(name::contains);
	}

}
