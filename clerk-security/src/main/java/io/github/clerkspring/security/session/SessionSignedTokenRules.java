package io.github.clerkspring.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.token.SignedTokenRules;

/**
 * {@link SessionTokenRules} as rules for the verification of signed tokens.
 */
final class SessionSignedTokenRules implements SignedTokenRules {

	private static final Set<String> HEADER_TYPES = Set.of("JWT");

	private static final Set<String> CATEGORIES = Set.of("cl_B7d4PD111AAA");

	private final SessionTokenRules rules;

	private final SharedValues sharedValues;

	SessionSignedTokenRules(SessionTokenRules rules) {
		this.rules = rules;
		this.sharedValues = new SharedValues(rules);
	}

	@Override
	public ClerkTokenType tokenType() {
		return ClerkTokenType.SESSION;
	}

	@Override
	public Set<String> headerTypes() {
		return HEADER_TYPES;
	}

	@Override
	public boolean isHeaderTypeRequired() {
		return false;
	}

	@Override
	public Set<String> categories() {
		return CATEGORIES;
	}

	@Override
	public Duration clockSkew() {
		return this.rules.clockSkew();
	}

	@Override
	public OAuth2TokenValidator<Jwt> originValidator() {
		return new SessionOriginValidator(this.rules);
	}

	@Override
	public OAuth2TokenValidator<Jwt> kindValidator() {
		return new SessionKindValidator(this.rules.acceptPending());
	}

	@Override
	public Jwt createJwt(String token, @Nullable Instant issuedAt, @Nullable Instant expiresAt,
			Map<String, Object> headers, Map<String, Object> claims) {
		this.sharedValues.replaceIn(claims);
		return new SessionJwt(token, issuedAt, expiresAt, headers, claims);
	}

	@Override
	public boolean isAuthorizedPartyMissing(Jwt jwt) {
		return !this.rules.authorizedParties().isEmpty() && !jwt.hasClaim("azp");
	}

}
