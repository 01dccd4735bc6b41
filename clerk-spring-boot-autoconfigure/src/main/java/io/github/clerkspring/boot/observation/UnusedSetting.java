package io.github.clerkspring.boot.observation;

import java.util.Arrays;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Settings of Clerk's SDKs for other languages that have no effect in this library.
 */
enum UnusedSetting {

	/**
	 * Domain of a satellite application.
	 */
	DOMAIN("clerk.domain", "",
			"""
					The issuer of a satellite's tokens does not follow from its domain: set 'clerk.session.issuer' to that issuer \
					and 'clerk.session.authorized-parties' to the origins of its front ends"""),

	/**
	 * Whether the application is a satellite application.
	 */
	IS_SATELLITE("clerk.is-satellite", "false",
			"""
					This library never redirects to the primary domain: set 'clerk.session.issuer' to the issuer of the satellite's \
					tokens and 'clerk.session.authorized-parties' to the origins of its front ends"""),

	/**
	 * Path segment of the version of the API.
	 */
	API_VERSION("clerk.api-version", "v1",
			"""
					The path of the Backend API is always /v1: set 'clerk.client.api-version' to the date of a version, if it is \
					meant""");

	private final String property;

	private final String harmless;

	private final String advice;

	UnusedSetting(String property, String harmless, String advice) {
		this.property = property;
		this.harmless = harmless;
		this.advice = advice;
	}

	static Stream<UnusedSetting> in(Environment environment) {
		return Arrays.stream(values()).filter((setting) -> setting.isSet(environment));
	}

	private boolean isSet(Environment environment) {
		String value = Binder.get(environment).bind(this.property, String.class).orElse("");
		return StringUtils.hasText(value) && !value.trim().equalsIgnoreCase(this.harmless);
	}

	String warning() {
		return "'%s' (%s) is not used. %s".formatted(this.property, "CLERK_" + name(), this.advice);
	}

}
