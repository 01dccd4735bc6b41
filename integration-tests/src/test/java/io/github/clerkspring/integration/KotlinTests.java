package io.github.clerkspring.integration;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;

import io.github.clerkspring.webhook.ClerkEventListenerFactory;
import io.github.clerkspring.webhook.event.ClerkEvent;
import io.github.clerkspring.webhook.event.ClerkEventReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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

	@Test
	void failureOfSuspendingListenerIsNotLost() {
		byte[] body = "{\"type\":\"user.deleted\",\"data\":{\"id\":\"user_1\"}}".getBytes(StandardCharsets.UTF_8);
		ClerkEvent event = new ClerkEventReader().read("msg_1", Instant.EPOCH, body);
		try (GenericApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(ClerkEventListenerFactory.class,
					() -> new ClerkEventListenerFactory(() -> Duration.ofSeconds(30)));
			context.registerBean(SuspendingListener.class);
			context.refresh();
			assertThatIllegalStateException().isThrownBy(() -> context.publishEvent(event))
				.withMessage("No row for msg_1");
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
