package io.github.clerkspring.security.servlet;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

import io.github.clerkspring.security.session.AnonymousCaller;

/**
 * Takes a caller with a bad token for an anonymous one. Trouble with keys stays trouble,
 * since the token may be good.
 */
final class LenientAuthenticationManager implements AuthenticationManager {

	private final AuthenticationManager delegate;

	LenientAuthenticationManager(AuthenticationManager delegate) {
		this.delegate = delegate;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		try {
			return this.delegate.authenticate(authentication);
		}
		catch (OAuth2AuthenticationException ex) {
			return AnonymousCaller.authentication();
		}
	}

}
