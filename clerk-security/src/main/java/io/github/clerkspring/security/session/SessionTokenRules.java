package io.github.clerkspring.security.session;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

import org.springframework.util.Assert;

/**
 * What a session token must say to be accepted.
 *
 * @param issuers issuers whose tokens are accepted, compared exactly; at least one
 * @param authorizedParties origins of the applications whose tokens are accepted,
 * compared exactly; none accepts the tokens of any
 * @param allowMissingAuthorizedParty whether a token without {@code azp} is accepted
 * although authorized parties are set, as native applications send it
 * @param audience audiences of which a token that names any must name one; none accepts
 * all
 * @param clockSkew how far clocks may differ
 * @param acceptPending whether sessions are accepted whose user has a task left to do
 */
public record SessionTokenRules(Set<String> issuers, Set<String> authorizedParties, boolean allowMissingAuthorizedParty,
		Set<String> audience, Duration clockSkew, boolean acceptPending) {

	/**
	 * How far clocks may differ unless said otherwise.
	 */
	public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(5);

	public SessionTokenRules {
		issuers = Set.copyOf(issuers);
		authorizedParties = Set.copyOf(authorizedParties);
		audience = Set.copyOf(audience);
		Assert.notEmpty(issuers, "issuers must not be empty");
		Assert.isTrue(!clockSkew.isNegative(), "clockSkew must not be negative");
	}

	/**
	 * Begin with the strictest rules for some issuers: 5 seconds of clock skew, no
	 * pending sessions, any party, any audience.
	 * @param issuers the issuers
	 * @return rules
	 */
	public static SessionTokenRules forIssuers(Collection<String> issuers) {
		return new SessionTokenRules(Set.copyOf(issuers), Set.of(), false, Set.of(), DEFAULT_CLOCK_SKEW, false);
	}

	/**
	 * Begin with the strictest rules for one issuer.
	 * @param issuer the issuer
	 * @return rules
	 * @see #forIssuers(Collection)
	 */
	public static SessionTokenRules forIssuer(String issuer) {
		return forIssuers(Set.of(issuer));
	}

	/**
	 * Accept tokens of these applications only.
	 * @param authorizedParties origins such as {@code https://app.example.com}
	 * @return the rules with this change
	 */
	public SessionTokenRules withAuthorizedParties(Collection<String> authorizedParties) {
		return new SessionTokenRules(this.issuers, Set.copyOf(authorizedParties), this.allowMissingAuthorizedParty,
				this.audience, this.clockSkew, this.acceptPending);
	}

	/**
	 * Accept tokens that name no party although parties are set. This holds for tokens
	 * from a header only, never for tokens from a cookie.
	 * @param allow whether to accept them
	 * @return the rules with this change
	 */
	public SessionTokenRules withMissingAuthorizedPartyAllowed(boolean allow) {
		return new SessionTokenRules(this.issuers, this.authorizedParties, allow, this.audience, this.clockSkew,
				this.acceptPending);
	}

	/**
	 * Accept only tokens for one of these audiences, or for none in particular.
	 * @param audience the audiences
	 * @return the rules with this change
	 */
	public SessionTokenRules withAudience(Collection<String> audience) {
		return new SessionTokenRules(this.issuers, this.authorizedParties, this.allowMissingAuthorizedParty,
				Set.copyOf(audience), this.clockSkew, this.acceptPending);
	}

	/**
	 * Allow clocks to differ.
	 * @param clockSkew by how much, in both directions
	 * @return the rules with this change
	 */
	public SessionTokenRules withClockSkew(Duration clockSkew) {
		return new SessionTokenRules(this.issuers, this.authorizedParties, this.allowMissingAuthorizedParty,
				this.audience, clockSkew, this.acceptPending);
	}

	/**
	 * Accept sessions whose user has a task left to do.
	 * @param accept whether to accept them
	 * @return the rules with this change
	 */
	public SessionTokenRules withPendingAccepted(boolean accept) {
		return new SessionTokenRules(this.issuers, this.authorizedParties, this.allowMissingAuthorizedParty,
				this.audience, this.clockSkew, accept);
	}

}
