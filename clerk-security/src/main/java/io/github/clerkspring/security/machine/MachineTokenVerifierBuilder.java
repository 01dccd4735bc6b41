package io.github.clerkspring.security.machine;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.util.Assert;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.TokenVerificationListener;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifier;
import io.github.clerkspring.security.token.SignedTokenVerifier;
import io.github.clerkspring.security.token.TokenVerificationListeners;

/**
 * Builds a {@link MachineTokenVerifier}.
 */
public final class MachineTokenVerifierBuilder {

	private static final Log logger = LogFactory.getLog(MachineTokenVerifier.class);

	private static final OAuth2TokenValidatorResult INVALID = OAuth2TokenValidatorResult
		.failure(new OAuth2Error(BearerTokenErrorCodes.INVALID_TOKEN, "machine-token-validator", null));

	private final ClerkKeySource keys;

	private final MachineTokenRules rules;

	private Set<ClerkTokenType> acceptedTypes = EnumSet.of(ClerkTokenType.M2M, ClerkTokenType.OAUTH,
			ClerkTokenType.API_KEY);

	private @Nullable OpaqueTokenVerifier opaque;

	private MachineAuthoritiesMapper authoritiesMapper = MachineAuthoritiesMapper.withDefaults();

	private Clock clock = Clock.systemUTC();

	private final List<TokenVerificationListener> listeners = new ArrayList<>();

	private final List<MachineTokenValidator> validators = new ArrayList<>();

	private long cacheSize = 10_000;

	private Duration cacheLifetime = Duration.ofMinutes(5);

	MachineTokenVerifierBuilder(ClerkKeySource keys, MachineTokenRules rules) {
		Assert.notNull(keys, "keys must not be null");
		Assert.notNull(rules, "rules must not be null");
		this.keys = keys;
		this.rules = rules;
	}

	/**
	 * Set the accepted types. Defaults to all types of machine tokens.
	 * @param types the types; {@link ClerkTokenType#SESSION} is ignored, since this
	 * verifier accepts no session tokens
	 * @return this builder
	 */
	public MachineTokenVerifierBuilder acceptedTypes(Collection<ClerkTokenType> types) {
		this.acceptedTypes = types.stream()
			.filter((type) -> type != ClerkTokenType.SESSION)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(ClerkTokenType.class)));
		return this;
	}

	/**
	 * Set the verifier of opaque tokens. By default opaque tokens are rejected.
	 * @param verifier the verifier
	 * @return this builder
	 */
	public MachineTokenVerifierBuilder opaqueTokens(OpaqueTokenVerifier verifier) {
		Assert.notNull(verifier, "verifier must not be null");
		this.opaque = verifier;
		return this;
	}

	/**
	 * Set the mapper of authorities. Defaults to
	 * {@link MachineAuthoritiesMapper#withDefaults()}.
	 * @param authoritiesMapper maps a machine to its authorities
	 * @return this builder
	 */
	public MachineTokenVerifierBuilder authoritiesMapper(MachineAuthoritiesMapper authoritiesMapper) {
		Assert.notNull(authoritiesMapper, "authoritiesMapper must not be null");
		this.authoritiesMapper = authoritiesMapper;
		return this;
	}

	/**
	 * Set the clock. Defaults to the system clock.
	 * @param clock the clock
	 * @return this builder
	 */
	public MachineTokenVerifierBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Add a listener that is notified of each verification of a signed token, and of each
	 * token of a type that is not accepted.
	 * @param listener the listener
	 * @return this builder
	 */
	public MachineTokenVerifierBuilder listener(TokenVerificationListener listener) {
		Assert.notNull(listener, "listener must not be null");
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Add a validator, which is applied on every use of a token that the rules accept. A
	 * validator that throws an exception rejects the token.
	 * @param validator the validator
	 * @return this builder
	 */
	public MachineTokenVerifierBuilder validator(MachineTokenValidator validator) {
		Assert.notNull(validator, "validator must not be null");
		this.validators.add(validator);
		return this;
	}

	/**
	 * Set the size of the cache of verified signed tokens, for each type, and how long
	 * they are cached. Defaults to 10,000 tokens and 5 minutes; no token is cached beyond
	 * its expiry.
	 * @param size the maximum number of tokens; zero disables the cache
	 * @param lifetime the maximum time in the cache
	 * @return this builder
	 */
	public MachineTokenVerifierBuilder cache(long size, Duration lifetime) {
		Assert.isTrue(size >= 0, "size must not be negative");
		Assert.isTrue(!lifetime.isNegative(), "lifetime must not be negative");
		this.cacheSize = size;
		this.cacheLifetime = lifetime;
		return this;
	}

	/**
	 * Build the verifier.
	 * @return a verifier
	 */
	public MachineTokenVerifier build() {
		return new MachineTokenVerifier(Set.copyOf(this.acceptedTypes), signed(new M2mTokens(this.rules.machineId())),
				signed(new OAuthTokens(this.rules.oauthAudience())), new OpaqueTokens(opaqueTokens()),
				this.authoritiesMapper, new TokenVerificationListeners(this.listeners));
	}

	private SignedMachineTokenVerifier signed(SignedMachineTokens tokens) {
		List<OAuth2TokenValidator<Jwt>> all = this.validators.stream()
			.<OAuth2TokenValidator<Jwt>>map((validator) -> (jwt) -> (validator.isValid(tokens.read(jwt)))
					? OAuth2TokenValidatorResult.success() : INVALID)
			.toList();
		return new SignedMachineTokenVerifier(
				new SignedTokenVerifier(this.keys, new MachineSignedTokenRules(tokens, this.rules), all, this.listeners,
						this.cacheSize, this.cacheLifetime, this.clock),
				tokens);
	}

	private BiFunction<ClerkTokenType, String, Mono<ClerkMachine>> opaqueTokens() {
		OpaqueTokenVerifier verifier = this.opaque;
		if (verifier == null) {
			TokenVerificationListeners all = new TokenVerificationListeners(this.listeners);
			return (type, token) -> Mono.error(() -> refuse(type, all));
		}
		OpaqueTokenValidators all = new OpaqueTokenValidators(this.validators);
		return (type, token) -> verifier.verify(type, token, all);
	}

	private static InvalidBearerTokenException refuse(ClerkTokenType type, TokenVerificationListeners listeners) {
		logger.debug("Did not accept an opaque token of type " + type.value()
				+ ": opaque tokens are not verified, as no secret key is configured");
		listeners.onVerification(new TokenVerification(type, TokenRejection.TOKEN_INVALID, false, false));
		return new InvalidBearerTokenException("The token is not valid");
	}

}
