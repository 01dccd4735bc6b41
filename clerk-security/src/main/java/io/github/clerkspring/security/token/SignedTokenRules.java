package io.github.clerkspring.security.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.ClerkTokenType;

/**
 * Rules for one type of signed token. {@link SignedTokenVerifier} applies them in the
 * order of Clerk's own library: header, signature, origin, times, kind.
 */
public interface SignedTokenRules {

	/**
	 * Return the type of token.
	 * @return the type that listeners receive
	 */
	ClerkTokenType tokenType();

	/**
	 * Return the accepted values of the header parameter {@code typ}.
	 * @return the values, compared exactly
	 */
	Set<String> headerTypes();

	/**
	 * Return whether {@code typ} is required.
	 * @return {@code false} if a token without it is accepted
	 */
	boolean isHeaderTypeRequired();

	/**
	 * Return the accepted values of the header parameter {@code cat}, Clerk's category of
	 * the token. A token without a category is accepted.
	 * @return the values, compared exactly
	 */
	Set<String> categories();

	/**
	 * Return whether the category is accepted that some instances set on tokens of all
	 * types, and which says nothing about the type.
	 * @return whether to accept this category in addition
	 */
	default boolean isAnyCategoryAccepted() {
		return true;
	}

	/**
	 * Return the tolerated difference between the clocks of this machine and of Clerk.
	 * @return a duration, zero or positive
	 */
	Duration clockSkew();

	/**
	 * Return the validator of the origin and the destination of a token: issuer,
	 * authorized party, audience. It is applied before the times are checked, so claims
	 * with times may be missing or invalid. Errors are {@link RejectionError}s.
	 * @return the validator
	 */
	OAuth2TokenValidator<Jwt> originValidator();

	/**
	 * Return the validator of the remaining claims: subject, kind and status. Errors are
	 * {@link RejectionError}s.
	 * @return the validator
	 */
	OAuth2TokenValidator<Jwt> kindValidator();

	/**
	 * Create the result of a verification.
	 * @param token the token
	 * @param issuedAt the time of issue, or {@code null}
	 * @param expiresAt the time of expiry, or {@code null}
	 * @param headers the header parameters
	 * @param claims the claims
	 * @return the verified token
	 */
	default Jwt createJwt(String token, @Nullable Instant issuedAt, @Nullable Instant expiresAt,
			Map<String, Object> headers, Map<String, Object> claims) {
		return new Jwt(token, issuedAt, expiresAt, headers, claims);
	}

	/**
	 * Return whether a token is accepted although it has no authorized party and
	 * authorized parties are set.
	 * @param jwt a valid token
	 * @return whether the authorized party is missing
	 */
	default boolean isAuthorizedPartyMissing(Jwt jwt) {
		return false;
	}

}
