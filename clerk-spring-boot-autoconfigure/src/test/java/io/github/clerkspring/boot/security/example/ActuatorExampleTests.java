package io.github.clerkspring.boot.security.example;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.http.HttpMethod;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

class ActuatorExampleTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private String userId;

	@BeforeEach
	void seed() {
		this.userId = this.clerk.users().create("ada@example.com");
		this.clerk.organizations().create("org_acme", "Acme", Map.of());
	}

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void onlyOperatorsCallEndpoints(WebApplicationType type) {
		Class<?> example = (type == WebApplicationType.SERVLET) ? ActuatorExample.class : ReactiveActuatorExample.class;
		try (RunningApplication application = RunningApplication.start(type, this.clerk, example,
				"--management.endpoints.web.exposure.include=health,env")) {
			assertThat(application.status(HttpMethod.GET, "/actuator/health", null)).isEqualTo(200);
			assertThat(application.status(HttpMethod.GET, "/actuator/env", null)).isEqualTo(401);
			assertThat(application.status(HttpMethod.GET, "/actuator/env", token("org:member"))).isEqualTo(403);
			assertThat(application.status(HttpMethod.GET, "/actuator/env", token("org:operator"))).isEqualTo(200);
			assertThat(application.status(HttpMethod.GET, "/me", null)).isEqualTo(401);
			assertThat(application.status(HttpMethod.GET, "/me", token("org:member"))).isEqualTo(404);
		}
	}

	private String token(String role) {
		return this.clerk.sessionToken(this.userId)
			.claim("org_id", "org_acme")
			.claim("org_role", role)
			.version(1)
			.mint();
	}

}
