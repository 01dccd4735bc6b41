package io.github.clerkspring.security.attack;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

/**
 * Inputs that fuzz tests start from, made of the attack corpus.
 */
public final class FuzzSeeds {

	/**
	 * Signs the tokens.
	 */
	public static final KeyPair KEY = TokenForge.newKey(2048);

	private static final int LONGEST_SEED = 4096;

	private FuzzSeeds() {
	}

	private static Stream<AttackCase> cases() {
		return new AttackCorpus(KEY, KEY).cases().stream().filter((one) -> one.token().length() <= LONGEST_SEED);
	}

	public static Stream<Arguments> tokens() {
		return cases().map(AttackCase::token)
			.map((token) -> Arguments.of((Object) token.getBytes(StandardCharsets.UTF_8)));
	}

	public static Stream<Arguments> payloads() {
		return cases().map((one) -> one.token().split("\\."))
			.filter((parts) -> parts.length == 3 && parts[1].matches("[\\w-]*") && parts[1].length() % 4 != 1)
			.map((parts) -> Arguments.of((Object) Base64.getUrlDecoder().decode(parts[1])));
	}

}
