package io.github.clerkspring.boot.security;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Headers that the firewall of an application refuses.
 */
class FirewallTests {

	private static final String TOKEN = "Bearer a.b.c";

	private static final String[] CONTROL_CHARACTERS = { "Bearer \u0007a.b.c", "Bearer a.b.c\u0085", "Bearer \u0000" };

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk", "clerk.jwks.warm-up=false");

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk", "clerk.jwks.warm-up=false");

	@Test
	void servletApplicationRefusesControlCharacters() {
		this.servlet.run((context) -> {
			assertThat(CONTROL_CHARACTERS)
				.allSatisfy((value) -> assertThat(servletStatus(context, value)).isEqualTo(400));
			assertThat(servletStatus(context, TOKEN)).isEqualTo(401);
		});
	}

	@Test
	void reactiveApplicationRefusesControlCharacters() {
		this.reactive.run((context) -> {
			assertThat(CONTROL_CHARACTERS)
				.allSatisfy((value) -> assertThat(reactiveStatus(context, value)).isEqualTo(HttpStatus.BAD_REQUEST));
			assertThat(reactiveStatus(context, TOKEN)).isEqualTo(HttpStatus.UNAUTHORIZED);
		});
	}

	@Test
	void missingHeaderIsNotRefused() {
		this.servlet.run((context) -> {
			HttpServletRequest request = context.getBean(HttpFirewall.class)
				.getFirewalledRequest(new MockHttpServletRequest("GET", "/"));
			assertThat(request.getHeader("Authorization")).isNull();
		});
		this.reactive.run((context) -> StepVerifier
			.create(context.getBean(ServerWebExchangeFirewall.class)
				.getFirewalledExchange(MockServerWebExchange.from(MockServerHttpRequest.get("/"))))
			.assertNext((exchange) -> assertThat(exchange.getRequest().getHeaders().getFirst("Authorization")).isNull())
			.expectComplete()
			.verify(Duration.ofSeconds(10)));
	}

	@Test
	void firewallOfServletApplicationWins() {
		this.servlet.withBean("own", HttpFirewall.class, FirewallTests::refusingTokens).run((context) -> {
			assertThat(context).getBeanNames(HttpFirewall.class).containsExactly("own");
			assertThat(servletStatus(context, TOKEN)).isEqualTo(400);
		});
	}

	@Test
	void firewallOfCustomizerWins() {
		this.servlet.withBean(WebSecurityCustomizer.class, () -> (web) -> web.httpFirewall(refusingTokens()))
			.run((context) -> assertThat(servletStatus(context, TOKEN)).isEqualTo(400));
	}

	@Test
	void firewallOfReactiveApplicationWins() {
		this.reactive.withBean("own", ServerWebExchangeFirewall.class, () -> {
			StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
			firewall.setAllowedHeaderValues((value) -> !value.equals(TOKEN));
			return firewall;
		}).run((context) -> {
			assertThat(context).getBeanNames(ServerWebExchangeFirewall.class).containsExactly("own");
			assertThat(reactiveStatus(context, TOKEN)).isEqualTo(HttpStatus.BAD_REQUEST);
		});
	}

	private static HttpFirewall refusingTokens() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHeaderValues((value) -> !value.equals(TOKEN));
		return firewall;
	}

	private static int servletStatus(ApplicationContext context, String authorization) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.addHeader("Authorization", authorization);
		MockHttpServletResponse response = new MockHttpServletResponse();
		context.getBean(FilterChainProxy.class).doFilter(request, response, new MockFilterChain());
		return response.getStatus();
	}

	private static HttpStatus reactiveStatus(ApplicationContext context, String authorization) {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.get("/").header("Authorization", authorization));
		StepVerifier.create(context.getBean(WebFilterChainProxy.class).filter(exchange, (ignored) -> Mono.empty()))
			.expectComplete()
			.verify(Duration.ofSeconds(10));
		return (HttpStatus) exchange.getResponse().getStatusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
