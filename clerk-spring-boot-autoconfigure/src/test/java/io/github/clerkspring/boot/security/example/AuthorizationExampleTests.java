package io.github.clerkspring.boot.security.example;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.ClerkEmulatorOptions;
import io.github.clerkspring.emulator.SessionTokenBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorizationExampleTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private String userId;

	@BeforeEach
	void seed() {
		this.userId = this.clerk.users().create("ada@example.com");
		this.clerk.organizations().create("org_1", "Acme", Map.of());
	}

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void requestsAreAuthorized(WebApplicationType type) {
		Class<?> example = (type == WebApplicationType.SERVLET) ? AuthorizationExample.class
				: ReactiveAuthorizationExample.class;
		try (RunningApplication application = RunningApplication.start(type, this.clerk, example)) {
			check(application, "/organizations/org_1/x", member(), 404);
			check(application, "/organizations/org_2/x", member(), 403);
			check(application, "/invoices/1", member().permissions("org:invoices:read"), 404);
			check(application, "/invoices/1", member(), 403);
			check(application, "/payments/1", admin().factorAges(0, -1), 404);
			check(application, "/payments/1", admin().factorAges(10, -1), 403);
			check(application, "/payments/1", member().factorAges(0, -1), 403);
			check(application, "/password", member(), 404);
			check(application, "/password", member().actor(Map.of("sub", "user_support")), 403);
		}
	}

	@Test
	void methodsAreAuthorized() {
		try (RunningApplication application = RunningApplication.start(WebApplicationType.SERVLET, this.clerk,
				Application.class)) {
			check(application, "/do/create", member().permissions("org:invoices:create"), 200);
			check(application, "/do/create", admin(), 403);
			check(application, "/do/pay", member().factorAges(59, -1), 200);
			check(application, "/do/pay", member().factorAges(60, -1), 403);
			check(application, "/do/delete", admin(), 200);
			check(application, "/do/delete", member(), 403);
			check(application, "/do/refund", admin().factorAges(9, -1), 200);
			check(application, "/do/refund", member().factorAges(9, -1), 403);
			check(application, "/do/org_1", member(), 200);
			check(application, "/do/org_2", member(), 403);
			check(application, "/do/export", member().claim("fea", "o:export"), 200);
			check(application, "/do/export", member().claim("fea", "u:export"), 403);
		}
	}

	@Test
	void instancesShareAPath() {
		try (ClerkEmulator partners = ClerkEmulator
			.start(ClerkEmulatorOptions.defaults().frontendApi("partners.accounts.dev"));
				RunningApplication application = RunningApplication.start(WebApplicationType.SERVLET, this.clerk,
						SharedPathExample.class, "--own.issuer=" + this.clerk.issuer(),
						"--partners.issuer=" + partners.issuer(), "--partners.jwks-uri=" + partners.jwksUrl())) {
			SessionTokenBuilder partner = partners.sessionToken(partners.users().create("bob@example.com"));
			check(application, "/x", member(), 404);
			check(application, "/x", partner, 404);
			check(application, "/x", member().signedByStranger(), 401);
			check(application, "/x", partner.claim("iss", "https://other.example.com"), 401);
			check(application, "/x", partner.claim("iss", this.clerk.issuer()).signedByStranger(), 401);
			assertThat(application.status(HttpMethod.GET, "/x", "nonsense")).isEqualTo(401);
			assertThat(application.status(HttpMethod.GET, "/x", null)).isEqualTo(401);
		}
	}

	private static void check(RunningApplication application, String path, SessionTokenBuilder token, int status) {
		assertThat(application.status(HttpMethod.GET, path, token.mint())).as(path).isEqualTo(status);
	}

	private SessionTokenBuilder admin() {
		return this.clerk.sessionToken(this.userId).organization("org_1").role("org:admin");
	}

	private SessionTokenBuilder member() {
		return this.clerk.sessionToken(this.userId).organization("org_1").role("org:member");
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ AuthorizationExample.class, AuthorizationExample.Invoices.class, Controller.class })
	static class Application {

	}

	@RestController
	static class Controller {

		private final AuthorizationExample.Invoices invoices;

		Controller(AuthorizationExample.Invoices invoices) {
			this.invoices = invoices;
		}

		@GetMapping("/do/{what}")
		String work(@PathVariable String what) {
			return switch (what) {
				case "create" -> this.invoices.create();
				case "pay" -> this.invoices.pay();
				case "delete" -> this.invoices.delete();
				case "refund" -> this.invoices.refund();
				case "export" -> this.invoices.export();
				default -> this.invoices.list(what);
			};
		}

	}

}
