package io.github.clerkspring.test.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.webhooks.WebhookDelivery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application under test that receives what happens in the emulator.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.main.web-application-type=reactive")
@AutoConfigureClerkEmulator
class EmulatorWebhookTests {

	@Autowired
	private ClerkEmulator clerk;

	@Autowired
	private Receiver receiver;

	@LocalServerPort
	private int port;

	@BeforeEach
	void receive() {
		this.receiver.received.clear();
		this.clerk.webhooks().endpoint("http://localhost:" + this.port + "/own/webhooks");
	}

	@Test
	void theApplicationReceivesEvents() {
		String ada = this.clerk.users().create("ada@example.com");
		this.clerk.users().delete(ada);
		this.clerk.webhooks().awaitIdle(Duration.ofSeconds(60));
		assertThat(this.receiver.received).containsExactly("user.created " + ada, "user.deleted " + ada);
		assertThat(this.clerk.webhooks().deliveries()).extracting(WebhookDelivery::state)
			.containsOnly(WebhookDelivery.State.DELIVERED);
	}

	@Test
	void theNextTestHasEndpointsOfItsOwn() {
		assertThat(this.clerk.webhooks().endpoints()).hasSize(1);
		assertThat(this.clerk.webhooks().deliveries()).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Receiver.class)
	static class Application {

		@Bean
		SecurityWebFilterChain webhooks(ServerHttpSecurity http) {
			return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
				.authorizeExchange((exchange) -> exchange.anyExchange().permitAll())
				.build();
		}

	}

	@RestController
	static class Receiver {

		private final List<String> received = Collections.synchronizedList(new ArrayList<>());

		@PostMapping("/own/webhooks")
		@ResponseStatus(HttpStatus.NO_CONTENT)
		void receive(@RequestHeader("svix-signature") String signature, @RequestBody Map<String, Object> event) {
			assertThat(signature).startsWith("v1,");
			assertThat(event.get("data")).isInstanceOfSatisfying(Map.class,
					(data) -> this.received.add(event.get("type") + " " + data.get("id")));
		}

	}

}
