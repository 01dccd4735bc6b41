package io.github.clerkspring.security;

import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * Principal of a verified token of Clerk.
 */
public sealed interface ClerkPrincipal extends OAuth2AuthenticatedPrincipal permits ClerkSession, ClerkMachine {

	/**
	 * Return the type of the token.
	 * @return the type
	 */
	ClerkTokenType tokenType();

}
