package io.github.clerkspring.security.authorization;

import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

import io.github.clerkspring.security.ClerkPrincipal;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.machine.UnacceptedTokenType;

/**
 * Rules for the type and the scopes of tokens.
 */
final class MachineRules {

	private MachineRules() {
	}

	/**
	 * Require a scope.
	 * @param authentication the caller
	 * @param scope the scope
	 * @return a grant, or a denial that names the scope
	 */
	static ClerkAuthorizationResult scope(@Nullable Authentication authentication, String scope) {
		ClerkPrincipal principal = principal(authentication);
		return (principal != null && principal.hasScope(scope)) ? ClerkAuthorizationResult.GRANTED
				: ClerkAuthorizationResult.missingScope(scope);
	}

	/**
	 * Require a type of token.
	 * @param authentication the caller
	 * @param types the accepted types
	 * @return a grant, or a denial for callers without a token of Clerk
	 * @throws org.springframework.security.oauth2.server.resource.InvalidBearerTokenException
	 * for a token of another type
	 */
	static ClerkAuthorizationResult acceptsTokens(@Nullable Authentication authentication,
			Collection<ClerkTokenType> types) {
		ClerkPrincipal principal = principal(authentication);
		if (principal == null) {
			return ClerkAuthorizationResult.DENIED;
		}
		if (!types.contains(principal.tokenType())) {
			throw UnacceptedTokenType.exception(principal.tokenType(), null);
		}
		return ClerkAuthorizationResult.GRANTED;
	}

	private static @Nullable ClerkPrincipal principal(@Nullable Authentication authentication) {
		return (authentication != null && authentication.isAuthenticated()
				&& authentication.getPrincipal() instanceof ClerkPrincipal principal) ? principal : null;
	}

	/**
	 * Return whether a text is a scope of OAuth (RFC 6749, section 3.3).
	 * @param scope the text
	 * @return whether it has permitted characters only, and is not empty
	 */
	static boolean isScope(@Nullable String scope) {
		return scope != null && scope.matches("[!#-\\[\\]-~]+");
	}

}
