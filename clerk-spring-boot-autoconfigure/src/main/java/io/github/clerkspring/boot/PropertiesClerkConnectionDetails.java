package io.github.clerkspring.boot;

import java.net.URI;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.Secret;

/**
 * Connection details from the properties, checked. An empty property counts as absent.
 */
class PropertiesClerkConnectionDetails implements ClerkConnectionDetails {

	private final ClerkProperties properties;

	private final @Nullable ClerkSecretKey secretKey;

	private final @Nullable ClerkPublishableKey publishableKey;

	private final @Nullable Secret machineSecretKey;

	private final @Nullable String jwtKey;

	PropertiesClerkConnectionDetails(ClerkProperties properties) {
		this.properties = properties;
		this.secretKey = read(ClerkSetting.SECRET_KEY, text(properties.secretKey()), ClerkSecretKey::valueOf);
		this.publishableKey = read(ClerkSetting.PUBLISHABLE_KEY, text(properties.publishableKey()),
				ClerkPublishableKey::valueOf);
		this.machineSecretKey = read(ClerkSetting.MACHINE_SECRET_KEY, text(properties.machineSecretKey()), Secret::new);
		this.jwtKey = text(properties.jwtKey());
		checkPresent();
		checkSameInstance();
	}

	private static <T> @Nullable T read(ClerkSetting setting, @Nullable String value, Function<String, T> reader) {
		try {
			return (value != null) ? reader.apply(value) : null;
		}
		catch (IllegalArgumentException ex) {
			throw setting.exception(String.valueOf(ex.getMessage()));
		}
	}

	private static @Nullable String text(@Nullable Secret secret) {
		return (secret != null) ? text(secret.value()) : null;
	}

	private static @Nullable String text(@Nullable String value) {
		return StringUtils.hasText(value) ? value.trim() : null;
	}

	private void checkPresent() {
		if (this.secretKey == null && this.publishableKey == null && this.jwtKey == null) {
			throw ClerkSetting.SECRET_KEY.exception("Clerk is on the class path, but none of its keys is configured");
		}
	}

	private void checkSameInstance() {
		if (this.secretKey != null && this.publishableKey != null
				&& this.secretKey.instanceType() != this.publishableKey.instanceType()) {
			throw ClerkSetting.PUBLISHABLE_KEY
				.exception("The secret key belongs to a %s instance, the publishable key to a %s instance"
					.formatted(name(this.secretKey.instanceType()), name(this.publishableKey.instanceType())));
		}
	}

	private static String name(Enum<?> instanceType) {
		return instanceType.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public String apiUrl() {
		return this.properties.apiUrl();
	}

	@Override
	public @Nullable ClerkSecretKey secretKey() {
		return this.secretKey;
	}

	@Override
	public @Nullable ClerkPublishableKey publishableKey() {
		return this.publishableKey;
	}

	@Override
	public @Nullable String jwtKey() {
		return this.jwtKey;
	}

	@Override
	public @Nullable Secret machineSecretKey() {
		return this.machineSecretKey;
	}

	@Override
	public @Nullable URI jwksUri() {
		return this.properties.jwks().uri();
	}

}
