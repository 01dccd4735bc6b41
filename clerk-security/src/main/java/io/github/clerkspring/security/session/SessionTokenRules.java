package io.github.clerkspring.security.session;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

import org.springframework.util.Assert;

/**
 * Rules for the claims of session tokens.
 *
 * @param issuers the accepted issuers, compared exactly; at least one
 * @param authorizedParties the accepted authorized parties: origins of applications,
 * compared exactly; if empty, all are accepted
 * @param allowMissingAuthorizedParty whether tokens without {@code azp}, such as those of
 * native applications, are accepted although authorized parties are set
 * @param audience the accepted audiences, for tokens with an audience; if empty, all are
 * accepted
 * @param clockSkew the tolerated difference of clocks
 * @param acceptPending whether pending sessions are accepted, whose users have to
 * complete a task first
 */
public record SessionTokenRules(Set<String> issuers, Set<String> authorizedParties, boolean allowMissingAuthorizedParty,
		Set<String> audience, Duration clockSkew, boolean acceptPending) {

	/**
	 * Default of the tolerated difference of clocks.
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
	 * Create rules with defaults: 5 seconds of clock skew, no pending sessions, any
	 * authorized party, any audience.
	 * @param issuers the accepted issuers
	 * @return the rules
	 */
	public static SessionTokenRules forIssuers(Collection<String> issuers) {
		return new SessionTokenRules(Set.copyOf(issuers), Set.of(), false, Set.of(), DEFAULT_CLOCK_SKEW, false);
	}

	/**
	 * Create rules with defaults for one issuer.
	 * @param issuer the accepted issuer
	 * @return the rules
	 * @see #forIssuers(Collection)
	 */
	public static SessionTokenRules forIssuer(String issuer) {
		return forIssuers(Set.of(issuer));
	}

	/**
	 * Set the accepted authorized parties.
	 * @param authorizedParties origins such as {@code https://app.example.com}
	 * @return the rules with this change
	 */
	public SessionTokenRules withAuthorizedParties(Collection<String> authorizedParties) {
		return new SessionTokenRules(this.issuers, Set.copyOf(authorizedParties), this.allowMissingAuthorizedParty,
				this.audience, this.clockSkew, this.acceptPending);
	}

	/**
	 * Set whether tokens without authorized party are accepted although authorized
	 * parties are set. This applies to tokens from a header only, not to tokens from a
	 * cookie.
	 * @param allow whether to accept them
	 * @return the rules with this change
	 */
	public SessionTokenRules withMissingAuthorizedPartyAllowed(boolean allow) {
		return new SessionTokenRules(this.issuers, this.authorizedParties, allow, this.audience, this.clockSkew,
				this.acceptPending);
	}

	/**
	 * Set the accepted audiences. Tokens without an audience are accepted.
	 * @param audience the audiences
	 * @return the rules with this change
	 */
	public SessionTokenRules withAudience(Collection<String> audience) {
		return new SessionTokenRules(this.issuers, this.authorizedParties, this.allowMissingAuthorizedParty,
				Set.copyOf(audience), this.clockSkew, this.acceptPending);
	}

	/**
	 * Set the tolerated difference of clocks, in both directions.
	 * @param clockSkew a duration, zero or positive
	 * @return the rules with this change
	 */
	public SessionTokenRules withClockSkew(Duration clockSkew) {
		return new SessionTokenRules(this.issuers, this.authorizedParties, this.allowMissingAuthorizedParty,
				this.audience, clockSkew, this.acceptPending);
	}

	/**
	 * Set whether pending sessions are accepted, whose users have to complete a task
	 * first.
	 * @param accept whether to accept them
	 * @return the rules with this change
	 */
	public SessionTokenRules withPendingAccepted(boolean accept) {
		return new SessionTokenRules(this.issuers, this.authorizedParties, this.allowMissingAuthorizedParty,
				this.audience, this.clockSkew, accept);
	}

}
