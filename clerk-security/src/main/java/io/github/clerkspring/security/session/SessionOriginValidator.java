package io.github.clerkspring.security.session;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.token.RejectionError;

/**
 * Validates audience, authorized party and issuer of a session token, in this order.
 */
final class SessionOriginValidator implements OAuth2TokenValidator<Jwt> {

	private final SessionTokenRules rules;

	SessionOriginValidator(SessionTokenRules rules) {
		this.rules = rules;
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt jwt) {
		RejectionError error = firstError(jwt.getClaims());
		return (error != null) ? error.asResult() : OAuth2TokenValidatorResult.success();
	}

	private @Nullable RejectionError firstError(Map<String, Object> claims) {
		if (!isAudienceAccepted(claims)) {
			return RejectionError.ofClaim(TokenRejection.TOKEN_VERIFICATION_FAILED, audienceClaim(claims), "aud",
					this.rules.audience());
		}
		if (!isPartyAccepted(claims)) {
			return RejectionError
				.ofClaim(TokenRejection.TOKEN_INVALID_AUTHORIZED_PARTIES, claims, "azp", this.rules.authorizedParties())
				.withWarning("clerk.session.authorized-parties");
		}
		if (!isOneOf(this.rules.issuers(), claims.get("iss"))) {
			return RejectionError.ofClaim(TokenRejection.TOKEN_INVALID_ISSUER, claims, "iss", this.rules.issuers())
				.withWarning("clerk.session.issuer");
		}
		return null;
	}

	private boolean isAudienceAccepted(Map<String, Object> claims) {
		if (this.rules.audience().isEmpty() || !claims.containsKey("aud")) {
			return true;
		}
		return claims.get("aud") instanceof Collection<?> values
				&& values.stream().anyMatch((value) -> isOneOf(this.rules.audience(), value));
	}

	// A Jwt contains a single audience as a list
	private static Map<String, Object> audienceClaim(Map<String, Object> claims) {
		return (claims.get("aud") instanceof List<?> values && values.size() == 1)
				? Collections.singletonMap("aud", values.get(0)) : claims;
	}

	private boolean isPartyAccepted(Map<String, Object> claims) {
		return this.rules.authorizedParties().isEmpty()
				|| (this.rules.allowMissingAuthorizedParty() && !claims.containsKey("azp"))
				|| isOneOf(this.rules.authorizedParties(), claims.get("azp"));
	}

	private static boolean isOneOf(Collection<String> accepted, @Nullable Object value) {
		return value instanceof String text && accepted.contains(text);
	}

}
