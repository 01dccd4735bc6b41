package io.github.clerkspring.security.keys;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rotates keys while tokens are verified.
 */
class KeyRotationTests {

	private static final int ROTATIONS = 20;

	private static final int THREADS = 2;

	private static final int VERIFICATIONS_PER_ROTATION = 4_700;

	private final TestClock clock = new TestClock();

	private final TestInstance instance = new TestInstance();

	private final ClerkJwtDecoder decoder = decoder(this.instance, TestInstance.ISSUER);

	@AfterEach
	void close() {
		this.instance.close();
	}

	private ClerkJwtDecoder decoder(TestInstance instance, String issuer) {
		return decoder(instance, issuer, 1000);
	}

	private ClerkJwtDecoder decoder(TestInstance instance, String issuer, int cacheSize) {
		return new ClerkJwtDecoder(SessionTokenVerifier
			.builder(ClerkKeySource.at(instance.keySet()).clock(this.clock).build(),
					SessionTokenRules.forIssuer(issuer))
			.clock(this.clock)
			.cache(cacheSize, Duration.ofHours(2))
			.build());
	}

	private static String token(KeyPair key, String keyId, int number) {
		return TokenForge.sign(key, Claims.header().set("kid", "\"" + keyId + "\"").toString(),
				Claims.payload()
					.set("exp", Long.toString(TestClock.NOW + 100_000))
					.set("jti", "\"" + number + "\"")
					.toString());
	}

	@Test
	void refusesNoValidTokenWhileKeysRotate() throws ExecutionException, InterruptedException, TimeoutException {
		ClerkJwtDecoder decoder = decoder(this.instance, TestInstance.ISSUER, 0);
		List<KeyPair> keys = Stream.generate(() -> TokenForge.newKey(2048)).limit(ROTATIONS + 1).toList();
		List<String[]> tokens = IntStream.rangeClosed(0, ROTATIONS)
			.mapToObj((rotation) -> tokens(keys.get(rotation), "ins_" + rotation))
			.toList();
		this.instance.key("ins_0", keys.get(0));
		AtomicReference<String[]> valid = new AtomicReference<>(tokens.get(0));
		AtomicIntegerArray verified = new AtomicIntegerArray(THREADS);
		AtomicBoolean ended = new AtomicBoolean();
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<?>> work = IntStream.range(0, THREADS).<Future<?>>mapToObj((thread) -> threads.submit(() -> {
				while (!ended.get()) {
					String[] current = valid.get();
					decoder.decode(current[verified.get(thread) % current.length]);
					verified.incrementAndGet(thread);
				}
			})).toList();
			awaitVerifications(verified, work);
			for (int rotation = 1; rotation <= ROTATIONS; rotation++) {
				this.clock.advance(Duration.ofSeconds(31));
				this.instance.key("ins_" + rotation, keys.get(rotation));
				valid.set(tokens.get(rotation));
				// The overlap: tokens of the last but one key are no longer in use
				if (rotation > 1) {
					this.instance.remove("ins_" + (rotation - 2));
				}
				awaitVerifications(verified, work);
			}
			ended.set(true);
			for (Future<?> one : work) {
				one.get(120, TimeUnit.SECONDS);
			}
		}
		finally {
			ended.set(true);
			threads.shutdownNow();
		}
		assertThat(this.instance.fetches()).isBetween(ROTATIONS, 3 * ROTATIONS);
	}

	private static String[] tokens(KeyPair key, String keyId) {
		return IntStream.range(0, 50).mapToObj((number) -> token(key, keyId, number)).toArray(String[]::new);
	}

	// Waits until each thread has verified its share of tokens, the current ones among
	// them
	private static void awaitVerifications(AtomicIntegerArray verified, List<Future<?>> work) {
		for (int thread = 0; thread < THREADS; thread++) {
			int due = verified.get(thread) + VERIFICATIONS_PER_ROTATION;
			while (verified.get(thread) < due && !work.get(thread).isDone()) {
				Thread.yield();
			}
		}
	}

	@Test
	void removedKeyTakesItsRememberedTokensAlong() {
		KeyPair key = TokenForge.newKey(2048);
		this.instance.key("ins_0", key).key("ins_1", TokenForge.newKey(2048));
		String token = token(key, "ins_0", 1);
		this.decoder.decode(token);
		this.decoder.decode(token);
		this.instance.remove("ins_0");
		this.decoder.decode(token);
		this.clock.advance(Duration.ofMinutes(5));
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(token));
	}

	@Test
	void otherKeyUnderTheSameIdDoesNotInheritRememberedTokens() {
		KeyPair key = TokenForge.newKey(2048);
		this.instance.key("ins_0", key);
		String token = token(key, "ins_0", 1);
		this.decoder.decode(token);
		this.instance.key("ins_0", TokenForge.newKey(2048));
		this.clock.advance(Duration.ofMinutes(5));
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(token));
	}

	@Test
	void rememberedHeaderDoesNotReplaceItsKey() {
		KeyPair removed = TokenForge.newKey(2048);
		KeyPair replaced = TokenForge.newKey(2048);
		KeyPair replacement = TokenForge.newKey(2048);
		this.instance.key("ins_0", removed).key("ins_1", replaced);
		this.decoder.decode(token(removed, "ins_0", 1));
		this.decoder.decode(token(replaced, "ins_1", 1));
		this.instance.remove("ins_0");
		this.instance.key("ins_1", replacement);
		this.clock.advance(Duration.ofMinutes(5));
		assertThatExceptionOfType(BadJwtException.class)
			.isThrownBy(() -> this.decoder.decode(token(removed, "ins_0", 2)));
		assertThatExceptionOfType(BadJwtException.class)
			.isThrownBy(() -> this.decoder.decode(token(replaced, "ins_1", 2)));
		assertThat(this.decoder.decode(token(replacement, "ins_1", 3)).getId()).isEqualTo("3");
	}

	@Test
	void rememberedTokensEndWithTheTrustInTheirKeys() {
		KeyPair key = TokenForge.newKey(2048);
		this.instance.key("ins_0", key);
		String token = token(key, "ins_0", 1);
		this.decoder.decode(token);
		this.instance.fail(500, "");
		this.clock.advance(Duration.ofMinutes(64));
		this.decoder.decode(token);
		this.clock.advance(Duration.ofMinutes(1));
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.decoder.decode(token))
			.isInstanceOf(ClerkUnavailableException.class);
	}

	@Test
	void rememberedTokensExpireOnTime() {
		KeyPair key = TokenForge.newKey(2048);
		this.instance.key("ins_a", key);
		String token = TokenForge.sign(key, Claims.header().toString(), Claims.payload().toString());
		this.decoder.decode(token);
		this.clock.advance(Duration.ofSeconds(64));
		this.decoder.decode(token);
		this.clock.advance(Duration.ofSeconds(1));
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(token));
	}

	@Test
	void neverAcceptsTokenOfAnotherInstance() {
		try (TestInstance other = new TestInstance()) {
			KeyPair ours = TokenForge.newKey(2048);
			KeyPair theirs = TokenForge.newKey(2048);
			// Even if both name their keys alike and claim the same issuer
			this.instance.key("ins_a", ours);
			other.key("ins_a", theirs);
			ClerkJwtDecoder otherDecoder = decoder(other, TestInstance.ISSUER);
			String our = TokenForge.sign(ours, Claims.header().toString(), Claims.payload().toString());
			String their = TokenForge.sign(theirs, Claims.header().toString(), Claims.payload().toString());
			for (int i = 0; i < 2; i++) {
				this.decoder.decode(our);
				otherDecoder.decode(their);
				assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(their));
				assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> otherDecoder.decode(our));
			}
			ClerkJwtDecoder otherIssuer = decoder(this.instance, "https://clerk.other.test");
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> otherIssuer.decode(our));
		}
	}

}
