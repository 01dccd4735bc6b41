package io.github.clerkspring.security.session;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.token.RejectionError;

/**
 * Validates that a token belongs to the session of a user, is not bound to a key, and has
 * an accepted status, in this order.
 */
final class SessionKindValidator implements OAuth2TokenValidator<Jwt> {

	private final boolean acceptPending;

	SessionKindValidator(boolean acceptPending) {
		this.acceptPending = acceptPending;
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt jwt) {
		RejectionError error = firstError(jwt.getClaims());
		return (error != null) ? error.asResult() : OAuth2TokenValidatorResult.success();
	}

	private @Nullable RejectionError firstError(Map<String, Object> claims) {
		if ("".equals(claims.get("sub"))) {
			return RejectionError.of(TokenRejection.TOKEN_VERIFICATION_FAILED, "sub is empty");
		}
		if (!(claims.get("sub") instanceof String subject && subject.startsWith("user_"))) {
			return mismatch("sub is not the id of a user");
		}
		// Tokens of templates, id tokens and tokens of machines have no session id
		if (!(claims.get("sid") instanceof String session && !session.isBlank())) {
			return mismatch((claims.containsKey("sid")) ? "sid is not an id" : "sid is missing");
		}
		// A bearer does not prove possession of the key
		if (claims.containsKey("cnf")) {
			return mismatch("cnf binds the token to a key");
		}
		return (!this.acceptPending && "pending".equals(claims.get("sts")))
				? RejectionError.of(TokenRejection.SESSION_PENDING, "sts is 'pending'") : null;
	}

	private static RejectionError mismatch(String detail) {
		return RejectionError.of(TokenRejection.TOKEN_TYPE_MISMATCH, detail);
	}

}
