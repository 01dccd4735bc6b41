package io.github.clerkspring.security.machine;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Rules for the claims of machine tokens.
 *
 * @param issuers the accepted issuers of signed tokens, compared exactly; at least one
 * @param machineId the id of the machine that the application represents, {@code mch_…},
 * which must be among the scopes of M2M tokens; if {@code null}, M2M tokens for any
 * machine of the instance are accepted
 * @param oauthAudience the accepted audiences of OAuth access tokens, of which a token
 * must have at least one; if empty, tokens with any audience and without audience are
 * accepted
 * @param clockSkew the tolerated difference of clocks
 */
public record MachineTokenRules(Set<String> issuers, @Nullable String machineId, Set<String> oauthAudience,
		Duration clockSkew) {

	/**
	 * Default of the tolerated difference of clocks.
	 */
	public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(5);

	public MachineTokenRules {
		issuers = Set.copyOf(issuers);
		oauthAudience = Set.copyOf(oauthAudience);
		Assert.notEmpty(issuers, "issuers must not be empty");
		Assert.isTrue(machineId == null || machineId.startsWith("mch_"), "machineId must begin with mch_");
		Assert.isTrue(!clockSkew.isNegative(), "clockSkew must not be negative");
	}

	/**
	 * Create rules with defaults: 5 seconds of clock skew, any recipient machine, any
	 * audience.
	 * @param issuers the accepted issuers
	 * @return the rules
	 */
	public static MachineTokenRules forIssuers(Collection<String> issuers) {
		return new MachineTokenRules(Set.copyOf(issuers), null, Set.of(), DEFAULT_CLOCK_SKEW);
	}

	/**
	 * Create rules with defaults for one issuer.
	 * @param issuer the accepted issuer
	 * @return the rules
	 * @see #forIssuers(Collection)
	 */
	public static MachineTokenRules forIssuer(String issuer) {
		return forIssuers(Set.of(issuer));
	}

	/**
	 * Set the machine that the application represents.
	 * @param machineId the id of the machine, {@code mch_…}, or {@code null} to accept
	 * M2M tokens for any machine of the instance
	 * @return the rules with this change
	 */
	public MachineTokenRules withMachineId(@Nullable String machineId) {
		return new MachineTokenRules(this.issuers, machineId, this.oauthAudience, this.clockSkew);
	}

	/**
	 * Set the accepted audiences of OAuth access tokens. Tokens without an audience are
	 * then rejected.
	 * @param audience the audiences
	 * @return the rules with this change
	 */
	public MachineTokenRules withOAuthAudience(Collection<String> audience) {
		return new MachineTokenRules(this.issuers, this.machineId, Set.copyOf(audience), this.clockSkew);
	}

	/**
	 * Set the tolerated difference of clocks, in both directions.
	 * @param clockSkew a duration, zero or positive
	 * @return the rules with this change
	 */
	public MachineTokenRules withClockSkew(Duration clockSkew) {
		return new MachineTokenRules(this.issuers, this.machineId, this.oauthAudience, clockSkew);
	}

}
