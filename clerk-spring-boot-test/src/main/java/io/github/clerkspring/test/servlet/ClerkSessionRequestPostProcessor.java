package io.github.clerkspring.test.servlet;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

import io.github.clerkspring.test.session.SessionAuthentications;
import io.github.clerkspring.test.session.SessionClaims;

/**
 * Puts a session into a request of {@link org.springframework.test.web.servlet.MockMvc}.
 */
public final class ClerkSessionRequestPostProcessor extends SessionClaims<ClerkSessionRequestPostProcessor>
		implements RequestPostProcessor {

	ClerkSessionRequestPostProcessor(String userId) {
		super(userId);
	}

	@Override
	public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
		Authentication authentication = SessionAuthentications.authenticate(this,
				WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext()));
		// A resource server does not ask requests with a bearer token for a CSRF token
		CsrfFilter.skipRequest(request);
		return SecurityMockMvcRequestPostProcessors.authentication(authentication).postProcessRequest(request);
	}

	@Override
	protected ClerkSessionRequestPostProcessor self() {
		return this;
	}

}
