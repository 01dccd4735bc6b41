package io.github.clerkspring.security.servlet;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

import io.github.clerkspring.security.web.RedactedRequest;

/**
 * Publishes authentication events in place of its delegate, without rejected tokens.
 */
final class RedactingAuthenticationManager implements AuthenticationManager {

	private final AuthenticationManager delegate;

	private volatile @Nullable AuthenticationEventPublisher eventPublisher;

	RedactingAuthenticationManager(AuthenticationManager delegate) {
		this.delegate = delegate;
	}

	void setEventPublisher(AuthenticationEventPublisher eventPublisher) {
		this.eventPublisher = eventPublisher;
	}

	@Override
	public Authentication authenticate(Authentication request) {
		AuthenticationEventPublisher publisher = this.eventPublisher;
		Authentication result;
		try {
			result = this.delegate.authenticate(request);
		}
		catch (AuthenticationException ex) {
			Authentication redacted = RedactedRequest.in(ex, request);
			if (publisher != null) {
				publisher.publishAuthenticationFailure(ex, redacted);
			}
			throw ex;
		}
		if (publisher != null) {
			publisher.publishAuthenticationSuccess(result);
		}
		return result;
	}

}
