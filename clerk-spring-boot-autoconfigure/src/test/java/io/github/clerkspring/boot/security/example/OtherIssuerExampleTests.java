package io.github.clerkspring.boot.security.example;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.ClerkEmulatorOptions;
import io.github.clerkspring.security.ClerkSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The other issuer is a second emulator, whose tokens an ordinary decoder verifies.
 */
class OtherIssuerExampleTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final ClerkEmulator other = ClerkEmulator
		.start(ClerkEmulatorOptions.defaults().frontendApi("other.accounts.dev"));

	private String user;

	private String otherUser;

	@BeforeEach
	void seed() {
		this.user = this.clerk.users().create("ada@example.com");
		this.otherUser = this.other.users().create("bob@example.com");
	}

	@AfterEach
	void close() {
		this.clerk.close();
		this.other.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void tokensOfBothIssuersAreAccepted(WebApplicationType type) {
		Class<?> example = (type == WebApplicationType.SERVLET) ? ServletApplication.class : ReactiveApplication.class;
		try (RunningApplication application = RunningApplication.start(type, this.clerk, example,
				"--other.issuer=" + this.other.issuer(), "--other.jwks-uri=" + this.other.jwksUrl())) {
			assertThat(application.body("/who", this.clerk.sessionToken(this.user).mint()))
				.isEqualTo("Clerk " + this.user);
			assertThat(application.body("/who", this.other.sessionToken(this.otherUser).mint()))
				.isEqualTo("other " + this.otherUser);
			assertThat(application.status(HttpMethod.GET, "/who", null)).isEqualTo(401);
			assertThat(application.status(HttpMethod.GET, "/who", "no token")).isEqualTo(401);
			for (String token : new String[] { this.clerk.sessionToken(this.user).signedByStranger().mint(),
					this.clerk.sessionToken(this.user).claim("iss", this.other.issuer()).signedByStranger().mint(),
					this.other.sessionToken(this.otherUser).claim("iss", this.clerk.issuer()).signedByStranger().mint(),
					this.other.sessionToken(this.otherUser).claim("iss", "https://third.example").mint() }) {
				assertThat(application.status(HttpMethod.GET, "/who", token)).isEqualTo(401);
			}
		}
	}

	@Import({ OtherIssuerExample.class, Who.class })
	static class ServletApplication {

	}

	@Import({ ReactiveOtherIssuerExample.class, Who.class })
	static class ReactiveApplication {

	}

	@RestController
	static class Who {

		@GetMapping("/who")
		String who(Authentication authentication) {
			String issuer = (authentication.getPrincipal() instanceof ClerkSession) ? "Clerk " : "other ";
			return issuer + authentication.getName();
		}

	}

}
