package io.github.clerkspring.boot.security.example;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.ClerkEmulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SecondInstanceExampleTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final ClerkEmulator partners = ClerkEmulator
		.start(ClerkEmulatorOptions.defaults().frontendApi("partners.accounts.dev"));

	private String token;

	private String partnerToken;

	@BeforeEach
	void seed() {
		this.token = this.clerk.sessionToken(this.clerk.users().create("ada@example.com")).mint();
		this.partnerToken = this.partners.sessionToken(this.partners.users().create("bob@example.com")).mint();
	}

	@AfterEach
	void close() {
		this.clerk.close();
		this.partners.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void everyPathRequiresTokenOfItsInstance(WebApplicationType type, CapturedOutput output) {
		Class<?> example = (type == WebApplicationType.SERVLET) ? SecondInstanceExample.class
				: ReactiveSecondInstanceExample.class;
		try (RunningApplication application = RunningApplication.start(type, this.clerk, example,
				"--partners.issuer=" + this.partners.issuer(), "--partners.jwks-uri=" + this.partners.jwksUrl(),
				"--management.endpoints.web.exposure.include=*")) {
			for (String path : new String[] { "/me", "/actuator/env", "/" }) {
				assertThat(application.status(HttpMethod.GET, path, null)).as(path).isEqualTo(401);
				assertThat(application.status(HttpMethod.GET, path, this.partnerToken)).as(path).isEqualTo(401);
				assertThat(application.status(HttpMethod.GET, path, this.token)).as(path).isIn(200, 404);
			}
			assertThat(application.status(HttpMethod.GET, "/partners/x", null)).isEqualTo(401);
			assertThat(application.status(HttpMethod.GET, "/partners/x", this.token)).isEqualTo(401);
			assertThat(application.status(HttpMethod.GET, "/partners/x", this.partnerToken)).isEqualTo(404);
			assertThat(application.status(HttpMethod.GET, "/.well-known/oauth-protected-resource", null))
				.isEqualTo(401);
			assertThat(output).doesNotContain("match none of the security filter chains");
		}
	}

}
