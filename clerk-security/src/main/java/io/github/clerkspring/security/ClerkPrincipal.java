package io.github.clerkspring.security;

import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * Somebody, or something, that Clerk vouches for.
 */
public sealed interface ClerkPrincipal extends OAuth2AuthenticatedPrincipal permits ClerkSession {

	/**
	 * Return the kind of token that this principal came with.
	 * @return the kind of token
	 */
	ClerkTokenType tokenType();

}
