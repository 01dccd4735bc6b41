package io.github.clerkspring.boot.security;

import java.util.stream.Stream;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import io.github.clerkspring.boot.ClerkConfigurationException;

/**
 * Refuses to guess when both Clerk and Spring Boot's own properties say how tokens are
 * verified.
 */
final class ResourceServerProperties {

	private static final String PREFIX = "spring.security.oauth2.resourceserver.";

	private ResourceServerProperties() {
	}

	static void refuse(Environment environment) {
		Stream.of("jwt.issuer-uri", "jwt.jwk-set-uri", "jwt.public-key-location", "opaquetoken.introspection-uri")
			.map(PREFIX::concat)
			.filter((property) -> StringUtils.hasText(environment.getProperty(property)))
			.findFirst()
			.ifPresent(ResourceServerProperties::refuse);
	}

	private static void refuse(String property) {
		throw new ClerkConfigurationException(
				"'%s' is set, but Clerk verifies the tokens of this application.".formatted(property), """
						Clerk's decoder would win and the property would be without effect. Remove '%s', \
						or keep it and set 'clerk.enabled' to false, \
						or define a decoder bean of your own, which always wins.""".formatted(property));
	}

}
