package io.github.clerkspring.boot.security;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

import io.github.clerkspring.boot.ClerkConfigurationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ResourceServerPropertiesTests {

	private static final String PREFIX = "spring.security.oauth2.resourceserver.";

	@ParameterizedTest
	@ValueSource(strings = { "jwt.issuer-uri", "jwt.jwk-set-uri", "jwt.public-key-location", "jwt.jws-algorithms",
			"jwt.jws-algorithms[0]", "jwt.audiences", "jwt.audiences[0]", "jwt.authority-prefix",
			"jwt.authorities-claim-name", "jwt.authorities-claim-delimiter", "jwt.principal-claim-name",
			"opaquetoken.introspection-uri" })
	void refusesWhatWouldHaveNoEffectAndSaysWhatToDo(String name) {
		String property = PREFIX + name.replace("[0]", "");
		assertThatExceptionOfType(ClerkConfigurationException.class)
			.isThrownBy(
					() -> ResourceServerProperties.refuse(new MockEnvironment().withProperty(PREFIX + name, "planted")))
			.withMessageContaining(property)
			.satisfies((ex) -> assertThat(ex.action())
				.contains("Clerk's decoder would win", "Remove '" + property + "'", "'clerk.enabled' to false",
						"a decoder bean of your own")
				.doesNotContain("planted"));
		assertThatNoException()
			.isThrownBy(() -> ResourceServerProperties.refuse(new MockEnvironment().withProperty(PREFIX + name, " ")));
	}

	@Test
	void seesEnvironmentVariables() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI", "https://issuer.example")));
		ConfigurationPropertySources.attach(environment);
		assertThatExceptionOfType(ClerkConfigurationException.class)
			.isThrownBy(() -> ResourceServerProperties.refuse(environment))
			.withMessageContaining("jwt.issuer-uri");
	}

	@Test
	void letsPassWhatConcernsSomethingElse() {
		assertThatNoException().isThrownBy(() -> ResourceServerProperties
			.refuse(new MockEnvironment().withProperty("spring.security.oauth2.client.provider.x.issuer-uri", "x")));
	}

}
