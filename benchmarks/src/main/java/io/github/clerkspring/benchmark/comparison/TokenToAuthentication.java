package io.github.clerkspring.benchmark.comparison;

import java.util.List;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ClerkJwtDecoder;

/**
 * Conversion of verified tokens to authentications, on each request.
 */
final class TokenToAuthentication extends AlternatingRow {

	private static final int TOKENS = 1_000;

	private static final int OPERATIONS = 20_000;

	private final Tokens tokens;

	TokenToAuthentication(Tokens tokens) {
		super("token to authentication, each request");
		this.tokens = tokens;
	}

	@Override
	List<Contender> contenders() {
		ClerkJwtDecoder decoder = this.tokens.decoder();
		List<Jwt> verified = this.tokens.mint(TOKENS).stream().map(decoder::decode).toList();
		JwtAuthenticationConverter spring = new JwtAuthenticationConverter();
		return List.of(
				Contender.of(TokenPeers.SPRING, OPERATIONS, (number) -> spring.convert(verified.get(number % TOKENS))),
				clerk(verified));
	}

	static Contender clerk(List<Jwt> verified) {
		ClerkJwtAuthenticationConverter converter = new ClerkJwtAuthenticationConverter(
				ClerkAuthoritiesMapper.withDefaults());
		return Contender.of(Contender.CLERK, OPERATIONS,
				(number) -> converter.convert(verified.get(number % verified.size())));
	}

	@Override
	List<Goal> goals() {
		return List.of(Goal.time(1, TokenPeers.SPRING), Goal.bytes(1, TokenPeers.SPRING));
	}

}
