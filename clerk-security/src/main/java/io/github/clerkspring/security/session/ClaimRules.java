package io.github.clerkspring.security.session;

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

	private final TimeRules timeRules;

	ClaimRules(SessionTokenRules rules, Clock clock) {
		this.rules = rules;
		this.timeRules = new TimeRules(rules.clockSkew(), clock);
	}

	void check(Map<String, Object> claims) {
		TokenRejection.TOKEN_VERIFICATION_FAILED.unless(claims.get("sub") instanceof String,
				() -> (claims.containsKey("sub")) ? "sub is not a text" : "sub is missing");
		checkAudience(claims);
		checkAuthorizedParty(claims);
		checkIssuer(claims);
		this.timeRules.check(claims);
		checkKind(claims);
		TokenRejection.SESSION_PENDING.unless(this.rules.acceptPending() || !"pending".equals(claims.get("sts")),
				() -> "sts is 'pending'");
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
		TokenRejection.TOKEN_VERIFICATION_FAILED.unless(named,
				() -> LoggedValue.describe(claims, "aud") + ", " + LoggedValue.accepted(this.rules.audience()));
	}

	private boolean isAudience(@Nullable Object value) {
		return value instanceof String && this.rules.audience().contains(value);
	}

	private void checkAuthorizedParty(Map<String, Object> claims) {
		if (this.rules.authorizedParties().isEmpty()
				|| (this.rules.allowMissingAuthorizedParty() && !claims.containsKey("azp"))) {
			return;
		}
		if (!(claims.get("azp") instanceof String party && this.rules.authorizedParties().contains(party))) {
			throw mismatch(TokenRejection.TOKEN_INVALID_AUTHORIZED_PARTIES, claims, "azp",
					this.rules.authorizedParties(), "authorized-parties");
		}
	}

	private void checkIssuer(Map<String, Object> claims) {
		if (!(claims.get("iss") instanceof String issuer && this.rules.issuers().contains(issuer))) {
			throw mismatch(TokenRejection.TOKEN_INVALID_ISSUER, claims, "iss", this.rules.issuers(), "issuer");
		}
	}

	private static TokenRejectedException mismatch(TokenRejection rejection, Map<String, Object> claims, String name,
			Collection<String> accepted, String property) {
		String found = LoggedValue.describe(claims, name);
		String mismatch = found + ", " + LoggedValue.accepted(accepted);
		return new TokenRejectedException(rejection, () -> mismatch,
				new RejectionWarning(found, "Refused a token that has a valid signature: " + mismatch
						+ " (clerk.session." + property + "). This is logged once for each value"));
	}

	private void checkKind(Map<String, Object> claims) {
		TokenRejection.TOKEN_VERIFICATION_FAILED.unless(!"".equals(claims.get("sub")), () -> "sub is empty");
		TokenRejection.TOKEN_TYPE_MISMATCH.unless(
				claims.get("sub") instanceof String subject && subject.startsWith("user_"),
				() -> "sub is not the id of a user");
		// Only sessions have an id of a session: templates, id tokens and machines do not
		TokenRejection.TOKEN_TYPE_MISMATCH.unless(claims.get("sid") instanceof String session && !session.isBlank(),
				() -> (claims.containsKey("sid")) ? "sid is not an id" : "sid is missing");
		// Bound to a key that a bearer does not show
		TokenRejection.TOKEN_TYPE_MISMATCH.unless(!claims.containsKey("cnf"), () -> "cnf binds the token to a key");
	}

}
