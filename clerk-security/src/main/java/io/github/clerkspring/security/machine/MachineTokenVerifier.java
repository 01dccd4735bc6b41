package io.github.clerkspring.security.machine;

import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.token.TokenVerificationListeners;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Verifies machine tokens: signed tokens with the keys of the instance, opaque tokens by
 * a request to Clerk. Tokens of other types than the accepted ones are rejected without
 * verification.
 *
 * <p>
 * The outcome is a {@link ClerkMachine} with its authorities, an
 * {@link InvalidBearerTokenException} if the token is rejected, or a
 * {@link ClerkUnavailableException} if it cannot be verified at present.
 */
public final class MachineTokenVerifier {

	private static final Log logger = LogFactory.getLog(MachineTokenVerifier.class);

	private final Set<ClerkTokenType> acceptedTypes;

	private final SignedMachineTokenVerifier m2m;

	private final SignedMachineTokenVerifier oauth;

	private final OpaqueTokens opaque;

	private final MachineAuthoritiesMapper authoritiesMapper;

	private final TokenVerificationListeners listeners;

	MachineTokenVerifier(Set<ClerkTokenType> acceptedTypes, SignedMachineTokenVerifier m2m,
			SignedMachineTokenVerifier oauth, OpaqueTokens opaque, MachineAuthoritiesMapper authoritiesMapper,
			TokenVerificationListeners listeners) {
		this.acceptedTypes = acceptedTypes;
		this.m2m = m2m;
		this.oauth = oauth;
		this.opaque = opaque;
		this.authoritiesMapper = authoritiesMapper;
		this.listeners = listeners;
	}

	/**
	 * Start building a verifier.
	 * @param keys the keys of the instance
	 * @param rules the rules for tokens
	 * @return a builder
	 */
	public static MachineTokenVerifierBuilder builder(ClerkKeySource keys, MachineTokenRules rules) {
		return new MachineTokenVerifierBuilder(keys, rules);
	}

	/**
	 * Return the accepted types of tokens.
	 * @return types of machine tokens
	 */
	public Set<ClerkTokenType> acceptedTypes() {
		return this.acceptedTypes;
	}

	/**
	 * Verify a token without blocking.
	 * @param token the token
	 * @return the machine; an {@link InvalidBearerTokenException} if the token is
	 * rejected, a {@link ClerkUnavailableException} if it cannot be verified at present
	 */
	public Mono<ClerkMachine> verify(String token) {
		return Mono.defer(() -> verify(UnverifiedToken.of(token)));
	}

	/**
	 * Verify a received token without blocking.
	 * @param token the token
	 * @return the machine; an {@link InvalidBearerTokenException} if the token is
	 * rejected, a {@link ClerkUnavailableException} if it cannot be verified at present
	 */
	public Mono<ClerkMachine> verify(UnverifiedToken token) {
		return Mono.defer(() -> {
			ClerkTokenType type = requireAccepted(token);
			return (TokenTypeReader.isOpaque(token.text())) ? this.opaque.verify(type, token.text())
					: signed(type).verify(token);
		}).map(this::withAuthorities);
	}

	/**
	 * Verify a token. This blocks while Clerk verifies an opaque token, and while no keys
	 * are available.
	 * @param token the token
	 * @return the machine
	 * @throws InvalidBearerTokenException if the token is rejected
	 * @throws ClerkUnavailableException if the token cannot be verified at present
	 */
	public ClerkMachine verifyAndWait(String token) {
		return verifyAndWait(UnverifiedToken.of(token));
	}

	/**
	 * Verify a received token. This blocks while Clerk verifies an opaque token, and
	 * while no keys are available.
	 * @param token the token
	 * @return the machine
	 * @throws InvalidBearerTokenException if the token is rejected
	 * @throws ClerkUnavailableException if the token cannot be verified at present
	 */
	public ClerkMachine verifyAndWait(UnverifiedToken token) {
		ClerkTokenType type = requireAccepted(token);
		return withAuthorities((TokenTypeReader.isOpaque(token.text())) ? this.opaque.verifyAndWait(type, token.text())
				: signed(type).verifyAndWait(token));
	}

	/**
	 * Return the type of a token before its verification. A token that was verified
	 * before is not parsed, since only tokens of one type are cached together.
	 * @param token the token
	 * @return the type
	 */
	public ClerkTokenType typeOf(UnverifiedToken token) {
		if (!TokenTypeReader.isOpaque(token.text())) {
			if (this.m2m.verifier().isCached(token)) {
				return ClerkTokenType.M2M;
			}
			if (this.oauth.verifier().isCached(token)) {
				return ClerkTokenType.OAUTH;
			}
		}
		return TokenTypeReader.read(token);
	}

	private SignedMachineTokenVerifier signed(ClerkTokenType type) {
		return (type == ClerkTokenType.M2M) ? this.m2m : this.oauth;
	}

	private ClerkMachine withAuthorities(ClerkMachine machine) {
		return machine.withAuthorities(this.authoritiesMapper.map(machine));
	}

	private ClerkTokenType requireAccepted(UnverifiedToken token) {
		ClerkTokenType type = typeOf(token);
		if (!this.acceptedTypes.contains(type)) {
			logger.debug("Did not accept a token: " + TokenRejection.TOKEN_TYPE_MISMATCH.value() + ": the type is "
					+ type.value() + ", accepted: " + this.acceptedTypes.stream().map(ClerkTokenType::value).toList());
			this.listeners
				.onVerification(new TokenVerification(type, TokenRejection.TOKEN_TYPE_MISMATCH, false, false));
			throw UnacceptedTokenType.exception(type,
					new JwtValidationException("The token is not valid",
							List.of(new OAuth2Error(BearerTokenErrorCodes.INVALID_TOKEN,
									TokenRejection.TOKEN_TYPE_MISMATCH.value(), null))));
		}
		return type;
	}

}
