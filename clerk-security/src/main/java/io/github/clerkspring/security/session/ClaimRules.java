package io.github.clerkspring.security.session;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Holds the claims of a token against the rules, in the order in which Clerk does, and
 * then against the rules that Clerk's library leaves to its callers.
 */
final class ClaimRules {

	private final SessionTokenRules rules;

	private final Clock clock;

	ClaimRules(SessionTokenRules rules, Clock clock) {
		this.rules = rules;
		this.clock = clock;
	}

	void check(Map<String, Object> claims) {
		TokenRejection.TOKEN_VERIFICATION_FAILED.unless(claims.get("sub") instanceof String);
		checkAudience(claims);
		checkAuthorizedParty(claims);
		TokenRejection.TOKEN_INVALID_ISSUER
			.unless(claims.get("iss") instanceof String issuer && this.rules.issuers().contains(issuer));
		checkTimes(claims);
		checkKind(claims);
		checkStatus(claims);
	}

	boolean acceptsMissingParty(Map<String, Object> claims) {
		return !this.rules.authorizedParties().isEmpty() && !claims.containsKey("azp");
	}

	private void checkAudience(Map<String, Object> claims) {
		if (this.rules.audience().isEmpty() || !claims.containsKey("aud")) {
			return;
		}
		Object audience = claims.get("aud");
		boolean named = (audience instanceof Collection<?> several)
				? several.stream().anyMatch((one) -> isAudience(one)) : isAudience(audience);
		TokenRejection.TOKEN_VERIFICATION_FAILED.unless(named);
	}

	private boolean isAudience(@Nullable Object value) {
		return value instanceof String && this.rules.audience().contains(value);
	}

	private void checkAuthorizedParty(Map<String, Object> claims) {
		if (this.rules.authorizedParties().isEmpty()
				|| (this.rules.allowMissingAuthorizedParty() && !claims.containsKey("azp"))) {
			return;
		}
		TokenRejection.TOKEN_INVALID_AUTHORIZED_PARTIES
			.unless(claims.get("azp") instanceof String party && this.rules.authorizedParties().contains(party));
	}

	private void checkTimes(Map<String, Object> claims) {
		BigDecimal now = BigDecimal.valueOf(this.clock.millis());
		BigDecimal skew = BigDecimal.valueOf(this.rules.clockSkew().toMillis());
		BigDecimal expiry = NumericDate.toMillis(claims.get("exp"));
		TokenRejection.TOKEN_EXPIRED.unless(expiry.compareTo(now.subtract(skew)) > 0);
		requireNotAfter(claims, "nbf", now.add(skew), TokenRejection.TOKEN_NOT_ACTIVE_YET);
		requireNotAfter(claims, "iat", now.add(skew), TokenRejection.TOKEN_IAT_IN_THE_FUTURE);
		// Spring's Jwt refuses to be built from such a token
		TokenRejection.TOKEN_VERIFICATION_FAILED.unless(!claims.containsKey("iat")
				|| NumericDate.toInstant(claims.get("exp")).isAfter(NumericDate.toInstant(claims.get("iat"))));
	}

	private void requireNotAfter(Map<String, Object> claims, String name, BigDecimal limit, TokenRejection rejection) {
		if (claims.containsKey(name)) {
			rejection.unless(NumericDate.toMillis(claims.get(name)).compareTo(limit) <= 0);
		}
	}

	private void checkKind(Map<String, Object> claims) {
		TokenRejection.TOKEN_VERIFICATION_FAILED.unless(!"".equals(claims.get("sub")));
		TokenRejection.TOKEN_TYPE_MISMATCH
			.unless(claims.get("sub") instanceof String subject && subject.startsWith("user_"));
		// Only sessions have an id of a session: templates, id tokens and machines do not
		TokenRejection.TOKEN_TYPE_MISMATCH.unless(claims.get("sid") instanceof String session && !session.isBlank());
		// Bound to a key that a bearer does not show
		TokenRejection.TOKEN_TYPE_MISMATCH.unless(!claims.containsKey("cnf"));
	}

	private void checkStatus(Map<String, Object> claims) {
		TokenRejection.SESSION_PENDING.unless(this.rules.acceptPending() || !"pending".equals(claims.get("sts")));
	}

}
