package io.github.clerkspring.security.reactive;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * The token of a request is invalid and ignored.
 */
final class IgnoredTokenException extends AuthenticationException {

	IgnoredTokenException(OAuth2AuthenticationException cause) {
		super("The token is invalid and ignored", cause);
	}

}
