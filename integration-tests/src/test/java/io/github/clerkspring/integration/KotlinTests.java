package io.github.clerkspring.integration;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The annotations on Kotlin functions that suspend.
 */
class KotlinTests {

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void suspendingFunctionsAreSecured(WebApplicationType type) {
		try (ClerkApplication application = new ClerkApplication(type, Application.class, Map.of())) {
			for (String path : new String[] { "/admin", "/controller", "/flow" }) {
				assertThat(application.get(path, application.admin().mint()).statusCode()).as(path).isEqualTo(200);
				assertThat(application.get(path, application.member().mint()).statusCode()).as(path).isEqualTo(403);
				assertThat(application.get(path, null).statusCode()).as(path).isEqualTo(401);
			}
			assertThat(application.get("/payment", application.member().factorAges(9, -1).mint()).body())
				.isEqualTo("payment");
			HttpResponse<String> stale = application.get("/payment", application.member().factorAges(10, -1).mint());
			assertThat(stale.statusCode()).isEqualTo(403);
			assertThat(stale.headers().firstValue("Content-Type")).hasValue("application/json");
			assertThat(stale.body()).contains("\"reason\":\"reverification-error\"");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void examplesOfThePageOnKotlinWork(WebApplicationType type) {
		try (ClerkApplication application = new ClerkApplication(type, Application.class, Map.of())) {
			assertThat(application.get("/me", application.member().mint()).body()).isEqualTo("Hello you");
			assertThat(application.get("/users/count", application.admin().mint()).body()).isEqualTo("1");
			assertThat(application.get("/users/ids", application.admin().mint()).body()).contains(application.userId());
			for (String path : new String[] { "/users/count", "/users/ids" }) {
				assertThat(application.get(path, application.member().mint()).statusCode()).as(path).isEqualTo(403);
				assertThat(application.get(path, null).statusCode()).as(path).isEqualTo(401);
			}
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ SuspendingController.class, SuspendingService.class, MeController.class, Directory.class,
			DirectoryController.class })
	static class Application {

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.SERVLET)
		@EnableMethodSecurity
		static class Servlet {

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		@EnableReactiveMethodSecurity
		static class Reactive {

		}

	}

}
