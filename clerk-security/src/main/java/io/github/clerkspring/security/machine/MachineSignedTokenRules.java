package io.github.clerkspring.security.machine;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.token.RejectionError;
import io.github.clerkspring.security.token.SignedTokenRules;

/**
 * {@link MachineTokenRules} for one type of token, as rules for the verification of
 * signed tokens.
 */
final class MachineSignedTokenRules implements SignedTokenRules {

	private final SignedMachineTokens tokens;

	private final MachineTokenRules rules;

	MachineSignedTokenRules(SignedMachineTokens tokens, MachineTokenRules rules) {
		this.tokens = tokens;
		this.rules = rules;
	}

	@Override
	public ClerkTokenType tokenType() {
		return this.tokens.tokenType();
	}

	@Override
	public Set<String> headerTypes() {
		return this.tokens.headerTypes();
	}

	@Override
	public boolean isHeaderTypeRequired() {
		return this.tokens.tokenType() == ClerkTokenType.OAUTH;
	}

	@Override
	public Set<String> categories() {
		return this.tokens.categories();
	}

	@Override
	public boolean isAnyCategoryAccepted() {
		return this.tokens.tokenType() != ClerkTokenType.M2M;
	}

	@Override
	public Duration clockSkew() {
		return this.rules.clockSkew();
	}

	@Override
	public OAuth2TokenValidator<Jwt> originValidator() {
		return (jwt) -> result(originError(jwt));
	}

	private @Nullable RejectionError originError(Jwt jwt) {
		Set<String> audience = this.tokens.audience();
		if (!audience.isEmpty() && !hasOneOf(audience, jwt.getClaims().get("aud"))) {
			return RejectionError.ofClaim(TokenRejection.TOKEN_VERIFICATION_FAILED, jwt.getClaims(), "aud", audience);
		}
		if (!(jwt.getClaims().get("iss") instanceof String issuer) || !this.rules.issuers().contains(issuer)) {
			return RejectionError.ofClaim(TokenRejection.TOKEN_INVALID_ISSUER, jwt.getClaims(), "iss",
					this.rules.issuers());
		}
		return null;
	}

	private static boolean hasOneOf(Set<String> accepted, @Nullable Object values) {
		return values instanceof Collection<?> all
				&& all.stream().anyMatch((value) -> value instanceof String text && accepted.contains(text));
	}

	@Override
	public OAuth2TokenValidator<Jwt> kindValidator() {
		return (jwt) -> {
			try {
				this.tokens.read(jwt);
				return OAuth2TokenValidatorResult.success();
			}
			catch (MachineClaims.InvalidClaimException ex) {
				return result(new MachineClaims(jwt.getClaims()).error(ex));
			}
		};
	}

	private static OAuth2TokenValidatorResult result(@Nullable RejectionError error) {
		return (error != null) ? error.asResult() : OAuth2TokenValidatorResult.success();
	}

}
