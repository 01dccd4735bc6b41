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
 * Request post-processor that establishes a session for a request of
 * {@link org.springframework.test.web.servlet.MockMvc}.
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
		// A resource server does not require a CSRF token for requests with a bearer
		// token
		CsrfFilter.skipRequest(request);
		return SecurityMockMvcRequestPostProcessors.authentication(authentication).postProcessRequest(request);
	}

	@Override
	protected ClerkSessionRequestPostProcessor self() {
		return this;
	}

}
