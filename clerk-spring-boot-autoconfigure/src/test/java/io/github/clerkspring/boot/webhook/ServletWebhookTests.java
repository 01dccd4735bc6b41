package io.github.clerkspring.boot.webhook;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

class ServletWebhookTests extends AbstractWebhookTests {

	@Override
	WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Override
	Class<?> application() {
		return DenyingApplication.class;
	}

	@Override
	String contextPath(String path) {
		return "server.servlet.context-path=" + path;
	}

	@Test
	void receivesBelowThePathOfTheDispatcherServlet() {
		Received received = start("spring.mvc.servlet.path=/api", contextPath("/shop"));
		String body = WebhookServer.event("user.created", "user_1");
		assertThat(server().post("/shop/api/webhooks/clerk", "msg_1", body)).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_1");
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Application.class)
	static class DenyingApplication {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll()).build();
		}

	}

}
