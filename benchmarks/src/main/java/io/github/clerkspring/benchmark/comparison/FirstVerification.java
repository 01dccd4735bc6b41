package io.github.clerkspring.benchmark.comparison;

import java.util.List;

import io.github.clerkspring.security.session.ClerkJwtDecoder;

/**
 * Verification of tokens that were not seen before, with the cache as it is by default.
 */
final class FirstVerification extends AlternatingRow {

	private static final int TOKENS = 500;

	private final Tokens tokens;

	private final StubServerProcess stub;

	FirstVerification(Tokens tokens, StubServerProcess stub) {
		super("verify a token the first time");
		this.tokens = tokens;
		this.stub = stub;
	}

	@Override
	List<Contender> contenders() {
		List<String> minted = this.tokens.mint(TOKENS);
		return List.of(TokenPeers.rsa(this.tokens, minted, TOKENS), TokenPeers.spring(this.tokens, minted, TOKENS),
				TokenPeers.sdk(this.stub, minted, TOKENS), clerk(this.tokens, minted));
	}

	static Contender clerk(Tokens tokens, List<String> minted) {
		ClerkJwtDecoder[] decoder = new ClerkJwtDecoder[1];
		return Contender.of(Contender.CLERK, minted.size(), () -> decoder[0] = tokens.decoder(),
				(number) -> decoder[0].decode(minted.get(number)));
	}

	@Override
	List<Goal> goals() {
		return (NativeProvider.isInstalled()) ? List.of(Goal.time(0.50, Contender.SDK))
				: List.of(Goal.time(0.70, Contender.SDK), Goal.time(1.12, TokenPeers.RSA), Goal.kilobytes(18));
	}

}
