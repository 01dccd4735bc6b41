package io.github.clerkspring.boot.webhook;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

import io.github.clerkspring.webhook.event.ClerkEvent;
import io.github.clerkspring.webhook.inbox.DeliveryState;
import io.github.clerkspring.webhook.inbox.Inbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Metrics of webhooks, and the actuator endpoint.
 */
@Timeout(120)
class ObservedWebhookTests {

	private static final String ENDPOINT = "/actuator/clerkwebhooks";

	private static final String UNREADABLE = "{\"type\":\"user.created\",\"data\":{\"id\":\"user_private\",\"banned\":1.5}}";

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void metricsHaveClosedSetsOfTags(WebApplicationType type) {
		try (WebhookServer server = start(type)) {
			server.post("msg_1", WebhookServer.event("user.created", "user_private"));
			server.post("msg_1", WebhookServer.event("user.created", "user_private"));
			for (int i = 0; i < 20; i++) {
				server.post("msg_unknown_" + i, WebhookServer.event("robot.type" + i, "r"));
			}
			server.send(server.request(WebhookServer.PATH).POST(BodyPublishers.ofString("{}")).build());
			MeterRegistry registry = server.bean(MeterRegistry.class);
			assertThat(count(registry, "user.created", "handled")).isEqualTo(1);
			assertThat(count(registry, "user.created", "duplicate")).isEqualTo(1);
			assertThat(count(registry, "unknown", "handled")).isEqualTo(20);
			assertThat(count(registry, "none", "refused")).isEqualTo(1);
			assertThat(registry.get("clerk.webhooks.handling").tag("type", "user.created").timer().count())
				.isEqualTo(2);
			assertThat(registry.get("clerk.webhooks.lag").tag("type", "user.created").timer().count()).isEqualTo(2);
			assertThat(registry.get("clerk.webhooks.inbox.size").tag("state", "handled").gauge().value()).isEqualTo(21);
			assertThat(registry.get("clerk.webhooks.dead.letters").gauge().value()).isZero();
			assertThat(registry.getMeters()).filteredOn((meter) -> meter.getId().getName().startsWith("clerk.webhooks"))
				.flatExtracting((meter) -> meter.getId().getTags())
				.extracting(Tag::getValue)
				.noneMatch((value) -> value.contains("robot") || value.contains("msg_") || value.contains("private"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void endpointListsReplaysAndDrops(WebApplicationType type) {
		try (WebhookServer server = start(type, "management.endpoint.clerkwebhooks.access=unrestricted")) {
			server.post("msg_1", WebhookServer.event("user.created", "user_private"));
			server.post("msg_2", UNREADABLE);
			server.post("msg_3", UNREADABLE);
			HttpResponse<String> list = server.send(server.request(ENDPOINT).GET().build());
			assertThat(list.statusCode()).isEqualTo(200);
			assertThat(list.body()).contains("\"deadLetters\"", "msg_1", "msg_2", "\"DEAD\"").doesNotContain("private");
			assertThat(server.send(server.request(ENDPOINT + "/msg_1").GET().build()).body()).contains("HANDLED");
			assertThat(server.send(server.request(ENDPOINT + "/msg_9").GET().build()).statusCode()).isEqualTo(404);
			HttpResponse<String> drop = server.send(server.request(ENDPOINT + "/msg_2").DELETE().build());
			assertThat(drop.body()).contains("\"done\":true");
			Inbox inbox = server.bean(Inbox.class);
			assertThat(inbox.list(DeliveryState.DROPPED, 10)).hasSize(1);
			HttpResponse<String> replay = server
				.send(server.request(ENDPOINT + "/msg_3").POST(BodyPublishers.noBody()).build());
			assertThat(replay.body()).contains("\"done\":true");
			assertThat(inbox.find("msg_3")).isNotNull();
		}
	}

	@Test
	void endpointOnlyReadsUnlessAllowed() {
		try (WebhookServer server = start(WebApplicationType.SERVLET)) {
			server.post("msg_2", UNREADABLE);
			assertThat(server.send(server.request(ENDPOINT + "/msg_2").DELETE().build()).statusCode())
				.isGreaterThan(399);
			assertThat(server.bean(Inbox.class).list(DeliveryState.DEAD, 10)).hasSize(1);
		}
	}

	private static WebhookServer start(WebApplicationType type, String... properties) {
		String[] all = new String[properties.length + 1];
		all[0] = "management.endpoints.web.exposure.include=clerkwebhooks";
		System.arraycopy(properties, 0, all, 1, properties.length);
		return WebhookServer.start(type, Application.class, all);
	}

	private static double count(MeterRegistry registry, String type, String outcome) {
		return registry.get("clerk.webhooks.deliveries").tags("type", type, "outcome", outcome).counter().count();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@EventListener
		void on(ClerkEvent event) {
			assertThat(event.deliveryId()).isNotEmpty();
		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.SERVLET)
		static class ServletChain {

			@Bean
			SecurityFilterChain chain(HttpSecurity http) throws Exception {
				return http.csrf((csrf) -> csrf.disable())
					.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
					.build();
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		static class ReactiveChain {

			@Bean
			SecurityWebFilterChain chain(ServerHttpSecurity http) {
				return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
					.authorizeExchange((exchange) -> exchange.anyExchange().permitAll())
					.build();
			}

		}

	}

}
