package io.github.clerkspring.security.token;

import java.security.MessageDigest;

import org.junit.jupiter.api.Test;

import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.InstancePool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A token is parsed once, and its parts are verified once.
 */
class UnverifiedTokenTests {

	private static final String TOKEN = TokenForge.encode(Claims.header().toString()) + "."
			+ TokenForge.encode(Claims.payload().toString()) + ".AAAA";

	private final VerifiedHeaders headers = new VerifiedHeaders();

	@Test
	void isParsedOnce() {
		UnverifiedToken token = UnverifiedToken.of(TOKEN);
		CompactToken parts = token.parts();
		assertThat(token.parts()).isSameAs(parts);
		assertThat(token.takeParts(this.headers)).isSameAs(parts);
	}

	@Test
	void returnsPartsForOneVerification() {
		UnverifiedToken token = UnverifiedToken.of(TOKEN);
		CompactToken parts = token.takeParts(this.headers);
		parts.payload().clear();
		assertThat(token.takeParts(this.headers).payload()).containsKey("sub");
	}

	@Test
	void hasDigestOfItsText() {
		InstancePool<MessageDigest> digests = new InstancePool<>(TokenDigest::sha256);
		UnverifiedToken token = UnverifiedToken.of(TOKEN);
		TokenDigest digest = token.digest(digests);
		assertThat(digest).isEqualTo(TokenDigest.of(TOKEN)).isSameAs(token.digest(digests));
		assertThat(UnverifiedToken.of(TOKEN + "A").digest(digests)).isNotEqualTo(digest);
	}

	@Test
	void refusesLongTokenBeforeReadingIt() {
		UnverifiedToken longest = UnverifiedToken.of("a".repeat(CompactToken.MAX_LENGTH));
		assertThat(longest.isTooLong()).isFalse();
		assertThat(longest.bytes()).hasSize(CompactToken.MAX_LENGTH);
		UnverifiedToken tooLong = UnverifiedToken.of(longest.text() + "a");
		assertThat(tooLong.isTooLong()).isTrue();
		assertRefused(tooLong, TokenRejection.TOKEN_TOO_LONG);
	}

	@Test
	void refusesMalformedTokenEachTime() {
		for (UnverifiedToken token : new UnverifiedToken[] { UnverifiedToken.of(null), UnverifiedToken.of("."),
				UnverifiedToken.of(TOKEN + "\u00e9"), UnverifiedToken.of(TOKEN + ".") }) {
			assertRefused(token, TokenRejection.TOKEN_INVALID);
			assertRefused(token, TokenRejection.TOKEN_INVALID);
			assertThat(token.subject()).isNull();
		}
	}

	@Test
	void hidesItsText() {
		assertThat(UnverifiedToken.of(TOKEN)).hasToString("UnverifiedToken");
	}

	private void assertRefused(UnverifiedToken token, TokenRejection rejection) {
		assertThatExceptionOfType(TokenRejectedException.class).isThrownBy(token::parts)
			.satisfies((ex) -> assertThat(ex.rejection()).isEqualTo(rejection));
		assertThatExceptionOfType(TokenRejectedException.class).isThrownBy(() -> token.takeParts(this.headers))
			.satisfies((ex) -> assertThat(ex.rejection()).isEqualTo(rejection));
	}

}
