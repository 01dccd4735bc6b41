package io.github.clerkspring.test.webhook;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;

@WebFluxTest(properties = "spring.main.web-application-type=reactive")
@AutoConfigureClerkEmulator
class WebhookFluxSliceTests {

	@Autowired
	private WebTestClient web;

	@Autowired
	private ClerkWebhookTester webhooks;

	@Test
	void slicesReceiveWebhooks() {
		SignedWebhook webhook = this.webhooks.sign("user.created", Map.of("id", "user_1"));
		this.web.post()
			.uri("/webhooks/clerk")
			.headers((headers) -> headers.addAll(webhook.headers()))
			.bodyValue(webhook.body())
			.exchange()
			.expectStatus()
			.isNoContent();
		this.web.get().uri("/webhooks/clerk").exchange().expectStatus().isEqualTo(405);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
