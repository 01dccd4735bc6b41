package io.github.clerkspring.security.machine.opaque;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.keys.ElapsedTime;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Refused;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Unavailable;
import io.github.clerkspring.security.token.TokenDigest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is remembered of tokens, and for how long.
 */
class VerificationMemoryTests {

	private static final TokenDigest DIGEST = TokenDigest.of("a");

	private static final Refused REFUSED = new Refused(TokenRejection.TOKEN_INVALID, "test");

	private final TestClock clock = new TestClock();

	private final ElapsedTime time = ElapsedTime.of(this.clock);

	private VerificationMemory memory = memory(Duration.ofSeconds(1));

	private VerificationMemory memory(Duration cacheLifetime) {
		return new VerificationMemory(100, cacheLifetime, 100, Duration.ofSeconds(30), this.time);
	}

	private VerificationOutcome accepted() {
		return new VerifyResponseReader(null, Set.of(), this.clock).read(OpaqueTokenFormat.API_KEY,
				VerifyServer.valid(VerifyServer.API_KEY).bytes());
	}

	@Test
	void remembersAcceptedTokensSinceStartOfRequest() {
		this.memory.remember(DIGEST, accepted(), this.time.millis());
		assertThat(this.memory.find(DIGEST)).isNotNull();
		this.clock.advance(Duration.ofMillis(999));
		assertThat(this.memory.find(DIGEST)).isNotNull();
		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.memory.find(DIGEST)).isNull();
		long startedAt = this.time.millis();
		this.clock.advance(Duration.ofMillis(600));
		this.memory.remember(DIGEST, accepted(), startedAt);
		this.clock.advance(Duration.ofMillis(399));
		assertThat(this.memory.find(DIGEST)).isNotNull();
		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.memory.find(DIGEST)).isNull();
	}

	@Test
	void remembersNoAcceptedTokensWithoutCache() {
		this.memory = memory(Duration.ZERO);
		this.memory.remember(DIGEST, accepted(), this.time.millis());
		assertThat(this.memory.find(DIGEST)).isNull();
		assertThat(this.memory.isKnown(DIGEST)).isTrue();
	}

	@Test
	void remembersRefusedTokensForHalfMinute() {
		this.memory.remember(DIGEST, REFUSED, this.time.millis());
		this.clock.advance(Duration.ofMillis(29_999));
		assertThat(this.memory.find(DIGEST)).isEqualTo(REFUSED);
		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.memory.find(DIGEST)).isNull();
	}

	@Test
	void remembersNothingOfOutages() {
		this.memory.remember(DIGEST, Unavailable.because(TokenRejection.UNEXPECTED_ERROR, "test"), 0);
		assertThat(this.memory.find(DIGEST)).isNull();
		assertThat(this.memory.isKnown(DIGEST)).isFalse();
	}

	@Test
	void knowsValidTokensForAnHourOrUntilRefused() {
		assertThat(this.memory.isKnown(DIGEST)).isFalse();
		this.memory.remember(DIGEST, accepted(), this.time.millis());
		this.clock.advance(Duration.ofMinutes(59));
		assertThat(this.memory.isKnown(DIGEST)).isTrue();
		assertThat(this.memory.find(DIGEST)).isNull();
		this.memory.remember(DIGEST, REFUSED, this.time.millis());
		assertThat(this.memory.isKnown(DIGEST)).isFalse();
		this.memory.remember(DIGEST, accepted(), this.time.millis());
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.memory.isKnown(DIGEST)).isFalse();
	}

	@Test
	void isBounded() {
		TokenMemory<Refused> refused = new TokenMemory<>(100, Duration.ofSeconds(30), this.time);
		IntStream.range(0, 10_000).forEach((i) -> refused.put(TokenDigest.of("token" + i), REFUSED));
		assertThat(refused.size()).isLessThanOrEqualTo(100);
		IntStream.range(0, 10_000)
			.forEach((i) -> this.memory.remember(TokenDigest.of("token" + i), accepted(), this.time.millis()));
		assertThat(this.memory.cacheSize()).isLessThanOrEqualTo(100);
	}

}
