package io.github.clerkspring.boot;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.webhook.signature.WebhookSecret;

/**
 * Validation of signing secrets in properties. Empty values are treated as absent.
 */
final class SigningSecretProperty {

	private static final String REMEDY = """
			Set the property '%s' or the environment variable CLERK_WEBHOOK_SIGNING_SECRET. The value is in Clerk's \
			dashboard (https://dashboard.clerk.com) on the page of the webhook endpoint.""";

	private SigningSecretProperty() {
	}

	/**
	 * Check the signing secrets of a list.
	 * @param property the name of the property
	 * @param secrets the secrets
	 * @return the list, without empty secrets
	 */
	static List<Secret> list(String property, List<Secret> secrets) {
		return secrets.stream().map((secret) -> single(property, secret)).filter(Objects::nonNull).toList();
	}

	/**
	 * Check a signing secret.
	 * @param property the name of the property
	 * @param secret the secret, or {@code null}
	 * @return the secret, or {@code null} if it is empty
	 */
	static @Nullable Secret single(String property, @Nullable Secret secret) {
		if (secret == null || !StringUtils.hasText(secret.value())) {
			return null;
		}
		String value = secret.value().trim();
		String placeholder = InvalidValue.placeholder(value);
		if (placeholder != null) {
			throw exception(property, "The value is the unresolved placeholder ${%s}".formatted(placeholder));
		}
		try {
			WebhookSecret.valueOf(value);
			return new Secret(value);
		}
		catch (IllegalArgumentException ex) {
			throw exception(property, String.valueOf(ex.getMessage()));
		}
	}

	private static ClerkConfigurationException exception(String property, String problem) {
		return new ClerkConfigurationException("%s: %s.".formatted(property, problem), REMEDY.formatted(property));
	}

}
