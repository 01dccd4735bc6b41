package io.github.clerkspring.test.servlet;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.test.machine.MachineAuthentications;
import io.github.clerkspring.test.machine.MachineTokenContent;

/**
 * Request post-processor that establishes a machine for a request of
 * {@link org.springframework.test.web.servlet.MockMvc}.
 */
public final class ClerkMachineRequestPostProcessor extends MachineTokenContent<ClerkMachineRequestPostProcessor>
		implements RequestPostProcessor {

	ClerkMachineRequestPostProcessor(ClerkTokenType tokenType, String subject) {
		super(tokenType, subject);
	}

	@Override
	public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
		Authentication authentication = MachineAuthentications.authenticate(this,
				WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext()));
		// A resource server does not require a CSRF token for requests with a bearer
		// token
		CsrfFilter.skipRequest(request);
		return SecurityMockMvcRequestPostProcessors.authentication(authentication).postProcessRequest(request);
	}

	@Override
	protected ClerkMachineRequestPostProcessor self() {
		return this;
	}

}
