package io.github.clerkspring.boot;

import java.net.URI;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.Secret;

/**
 * Connection details with validated values of the properties.
 */
class PropertiesClerkConnectionDetails implements ClerkConnectionDetails {

	private final String apiUrl;

	private final @Nullable URI proxyUrl;

	private final @Nullable URI jwksUri;

	private final @Nullable ClerkSecretKey secretKey;

	private final @Nullable ClerkPublishableKey publishableKey;

	private final @Nullable Secret machineSecretKey;

	private final @Nullable String jwtKey;

	PropertiesClerkConnectionDetails(ClerkProperties properties) {
		this.secretKey = read(ClerkSetting.SECRET_KEY, value(properties.secretKey()), ClerkSecretKey::valueOf);
		this.publishableKey = read(ClerkSetting.PUBLISHABLE_KEY, properties.publishableKey(),
				ClerkPublishableKey::valueOf);
		this.machineSecretKey = read(ClerkSetting.MACHINE_SECRET_KEY, value(properties.machineSecretKey()),
				PropertiesClerkConnectionDetails::machineSecretKey);
		this.jwtKey = read(ClerkSetting.JWT_KEY, properties.jwtKey(), Function.identity());
		this.apiUrl = UrlProperty.api("clerk.api-url", properties.apiUrl());
		this.proxyUrl = read("clerk.proxy-url", properties.proxyUrl(), UrlProperty::proxy);
		this.jwksUri = read("clerk.jwks.uri", properties.jwks().uri(), UrlProperty::keySet);
		checkPresent();
		checkSameInstance();
	}

	private static <T> @Nullable T read(ClerkSetting setting, @Nullable String value, Function<String, T> reader) {
		if (value == null) {
			return null;
		}
		setting.check(value.trim());
		try {
			return reader.apply(value);
		}
		catch (IllegalArgumentException ex) {
			throw setting.exception(String.valueOf(ex.getMessage()));
		}
	}

	private static @Nullable URI read(String property, @Nullable String value, BiFunction<String, String, URI> reader) {
		return (value != null) ? reader.apply(property, value) : null;
	}

	private static @Nullable String value(@Nullable Secret secret) {
		return (secret != null) ? secret.value() : null;
	}

	private static Secret machineSecretKey(String value) {
		String key = value.trim();
		Assert.isTrue(key.matches("ak_[!-~]+"), "The secret key of a machine begins with ak_; this value does not");
		return new Secret(key);
	}

	private void checkPresent() {
		if (this.secretKey == null && this.publishableKey == null && this.jwtKey == null && this.jwksUri == null) {
			throw ClerkSetting.SECRET_KEY.exception("Clerk is on the class path, but none of its keys is configured",
					"An application that verifies tokens also needs 'clerk.publishable-key' (CLERK_PUBLISHABLE_KEY).");
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
		return this.apiUrl;
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
	public @Nullable URI proxyUrl() {
		return this.proxyUrl;
	}

	@Override
	public @Nullable URI jwksUri() {
		return this.jwksUri;
	}

}
