package io.github.clerkspring.test.webhook;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.requests.ClerkAssertions;
import io.github.clerkspring.webhook.inbox.Inbox;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(properties = { "spring.main.web-application-type=servlet", "clerk.webhook.inbox=jdbc" })
@AutoConfigureClerkEmulator
class WebhookMvcSliceTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ClerkWebhookTester webhooks;

	@Autowired
	private Inbox inbox;

	@Test
	void slicesReceiveWebhooks() {
		SignedWebhook webhook = this.webhooks.sign("user.created", Map.of("id", "user_1")).id("msg_1");
		assertThat(this.mvc.post().uri("/webhooks/clerk").headers(webhook.headers()).content(webhook.body()))
			.hasStatus(204);
		ClerkAssertions.assertThat(this.inbox).hasHandled("msg_1");
		assertThat(this.mvc.post().uri("/webhooks/clerk").headers(webhook.headers()).content("{}")).hasStatus(400);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
