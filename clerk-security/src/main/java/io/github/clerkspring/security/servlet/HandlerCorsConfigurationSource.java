package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * CORS configuration of the handlers of Spring MVC, as Spring Security uses it by
 * default, except that only requests with an origin have one. The look-up of a handler
 * takes as long as the verification of a cached token, and CORS does not apply to other
 * requests.
 *
 * @param beanFactory the bean factory that contains {@link #BEAN_NAME}
 */
record HandlerCorsConfigurationSource(BeanFactory beanFactory) implements CorsConfigurationSource {

	/**
	 * Name of the bean that looks up handlers.
	 */
	static final String BEAN_NAME = "mvcHandlerMappingIntrospector";

	@Override
	public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
		return (request.getHeader(HttpHeaders.ORIGIN) != null) ? handlers().getCorsConfiguration(request) : null;
	}

	private CorsConfigurationSource handlers() {
		return this.beanFactory.getBean(BEAN_NAME, CorsConfigurationSource.class);
	}

}
