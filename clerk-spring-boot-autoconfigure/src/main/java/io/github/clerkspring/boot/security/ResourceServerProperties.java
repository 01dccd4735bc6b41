package io.github.clerkspring.boot.security;

import java.util.List;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import io.github.clerkspring.boot.ClerkConfigurationException;

/**
 * Refuses to guess when both Clerk and Spring Boot's own properties say how tokens are
 * verified.
 */
final class ResourceServerProperties {

	private static final String PREFIX = "spring.security.oauth2.resourceserver.";

	private static final List<String> NAMES = List.of("jwt.issuer-uri", "jwt.jwk-set-uri", "jwt.public-key-location",
			"jwt.jws-algorithms", "jwt.audiences", "jwt.authority-prefix", "jwt.authorities-claim-name",
			"jwt.authorities-claim-delimiter", "jwt.principal-claim-name", "opaquetoken.introspection-uri");

	private ResourceServerProperties() {
	}

	static void refuse(Environment environment) {
		NAMES.stream()
			.map(PREFIX::concat)
			.filter((property) -> isSet(environment, property) || isSet(environment, property + "[0]"))
			.findFirst()
			.ifPresent(ResourceServerProperties::refuse);
	}

	private static boolean isSet(Environment environment, String property) {
		return StringUtils.hasText(environment.getProperty(property));
	}

	private static void refuse(String property) {
		throw new ClerkConfigurationException(
				"'%s' is set, but Clerk verifies the tokens of this application.".formatted(property), """
						Clerk's decoder would win and the property would be without effect. Remove '%s', \
						or keep it and set 'clerk.enabled' to false, \
						or define a decoder bean of your own, which always wins.""".formatted(property));
	}

}
