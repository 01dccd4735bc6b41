package io.github.clerkspring.security.servlet;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

import static org.assertj.core.api.Assertions.assertThat;

class HandlerCorsConfigurationSourceTests {

	private final CorsConfiguration configuration = new CorsConfiguration();

	private final AtomicInteger lookups = new AtomicInteger();

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	private final HandlerCorsConfigurationSource source = new HandlerCorsConfigurationSource(this.beanFactory);

	HandlerCorsConfigurationSourceTests() {
		this.beanFactory.registerSingleton(HandlerCorsConfigurationSource.BEAN_NAME,
				(CorsConfigurationSource) (request) -> {
					this.lookups.incrementAndGet();
					return this.configuration;
				});
	}

	@Test
	void looksUpHandlersOfRequestsWithOrigin() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		for (String origin : new String[] { "https://app.example.com", "null", "not an origin", "" }) {
			request.addHeader("Origin", origin);
			assertThat(this.source.getCorsConfiguration(request)).as(origin).isSameAs(this.configuration);
			request.removeHeader("Origin");
		}
		assertThat(this.lookups).hasValue(4);
	}

	@Test
	void looksUpNoHandlerOfRequestWithoutOrigin() {
		MockHttpServletRequest request = new MockHttpServletRequest("OPTIONS", "/");
		request.addHeader("Access-Control-Request-Method", "GET");
		assertThat(this.source.getCorsConfiguration(request)).isNull();
		assertThat(this.lookups).hasValue(0);
	}

}
