package io.github.clerkspring.boot.webhook;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveWebhookTests extends AbstractWebhookTests {

	@Override
	WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

	@Override
	Class<?> application() {
		return DenyingApplication.class;
	}

	@Override
	String contextPath(String path) {
		return "spring.webflux.base-path=" + path;
	}

	@Test
	void listenersMayBlock() {
		Received received = start();
		assertThat(server().post("msg_1", WebhookServer.event("user.created", "user_1"))).isEqualTo(204);
		assertThat(received.threads).isNotEmpty().allMatch((name) -> name.startsWith("boundedElastic"));
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Application.class)
	static class DenyingApplication {

		// So that the end of one application does not end the server of another
		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			return resources;
		}

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.authorizeExchange((exchange) -> exchange.anyExchange().denyAll()).build();
		}

	}

}
