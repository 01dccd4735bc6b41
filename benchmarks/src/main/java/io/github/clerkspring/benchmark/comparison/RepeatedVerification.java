package io.github.clerkspring.benchmark.comparison;

import java.util.List;

import io.github.clerkspring.security.session.ClerkJwtDecoder;

/**
 * Verification of 10,000 tokens that were verified before and are still valid.
 */
final class RepeatedVerification extends AlternatingRow {

	private static final int TOKENS = 10_000;

	private static final int SIGNATURES = 500;

	private final Tokens tokens;

	private final StubServerProcess stub;

	RepeatedVerification(Tokens tokens, StubServerProcess stub) {
		super("verify it again, 10,000 live tokens");
		this.tokens = tokens;
		this.stub = stub;
	}

	@Override
	List<Contender> contenders() throws Exception {
		List<String> minted = this.tokens.mint(TOKENS);
		return List.of(TokenPeers.digest(minted), TokenPeers.spring(this.tokens, minted, SIGNATURES),
				TokenPeers.sdk(this.stub, minted, SIGNATURES), clerk(this.tokens, minted));
	}

	static Contender clerk(Tokens tokens, List<String> minted) {
		ClerkJwtDecoder decoder = tokens.decoder();
		minted.forEach(decoder::decode);
		return Contender.of(Contender.CLERK, minted.size(), (number) -> decoder.decode(minted.get(number)));
	}

	@Override
	List<Goal> goals() {
		return List.of(Goal.faster(25, Contender.SDK), Goal.kilobytes(1.4));
	}

}
