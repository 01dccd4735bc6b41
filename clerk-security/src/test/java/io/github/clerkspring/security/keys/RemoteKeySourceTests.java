package io.github.clerkspring.security.keys;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.security.ClerkKeySetState;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.attack.HostileJson;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Fetches keys over HTTP from a key server on loopback.
 */
class RemoteKeySourceTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private final TestClock clock = new TestClock();

	private final TestInstance instance = new TestInstance().key("ins_a", KEY);

	private final ClerkKeySource keys = ClerkKeySource.frontendApi(this.instance.base()).clock(this.clock).build();

	@AfterEach
	void close() {
		this.instance.close();
	}

	private @Nullable VerificationKey resolve(String keyId) {
		return this.keys.resolve(keyId).block(Duration.ofSeconds(60));
	}

	@Test
	void fetchesNothingBeforeFirstUse() {
		assertThat(this.keys.find("ins_a")).isNull();
		assertThat(this.instance.fetches()).isZero();
		assertThat(this.keys.state().ready()).isFalse();
	}

	@Test
	void createsTheConnectorOnceWithTheFirstFetch() {
		AtomicInteger created = new AtomicInteger();
		ClerkKeySource source = ClerkKeySource.frontendApi(this.instance.base()).clock(this.clock).connector(() -> {
			created.incrementAndGet();
			return new ReactorClientHttpConnector(HttpClient.newConnection());
		}).build();
		assertThat(source.find("ins_a")).isNull();
		assertThat(created).hasValue(0);
		source.warmUp().block(Duration.ofSeconds(60));
		this.clock.advance(Duration.ofMinutes(5));
		source.warmUp().block(Duration.ofSeconds(60));
		assertThat(this.instance.fetches()).isEqualTo(2);
		assertThat(created).hasValue(1);
	}

	@Test
	void tokenWaitsForTheFetchOfTheWarmUp() {
		Sinks.Empty<Void> gate = Sinks.empty();
		AtomicInteger fetches = new AtomicInteger();
		ClientHttpConnector http = new ReactorClientHttpConnector(HttpClient.newConnection());
		ClerkKeySource source = ClerkKeySource.frontendApi(this.instance.base()).connector((method, uri, callback) -> {
			fetches.incrementAndGet();
			return gate.asMono().then(Mono.defer(() -> http.connect(method, uri, callback)));
		}).build();
		StepVerifier.create(Mono.when(source.warmUp(), source.resolve("ins_a"))).then(() -> {
			assertThat(fetches).hasValue(1);
			gate.tryEmitEmpty();
		}).expectComplete().verify(Duration.ofSeconds(60));
		assertThat(fetches).hasValue(1);
		assertThat(source.find("ins_a")).isNotNull();
	}

	@Test
	void isReadyAfterWarmUp() {
		this.keys.warmUp().block(Duration.ofSeconds(60));
		this.keys.warmUp().block(Duration.ofSeconds(60));
		assertThat(this.instance.fetches()).isOne();
		assertThat(this.keys.find("ins_a")).isNotNull();
		assertThat(this.keys.state()).isEqualTo(new ClerkKeySetState(true, false, 1, Duration.ZERO, 1, 0, 0, null));
	}

	@Test
	void fetchesOnceForManyColdCallers() {
		List<VerificationKey> found = Flux.fromStream(IntStream.range(0, 64).boxed())
			.flatMap((i) -> this.keys.resolve("ins_a").subscribeOn(Schedulers.boundedElastic()), 64)
			.collectList()
			.block(Duration.ofSeconds(60));
		assertThat(found).hasSize(64);
		assertThat(this.instance.fetches()).isOne();
	}

	@Test
	void keepsKeysForTheirLife() {
		resolve("ins_a");
		this.clock.advance(Duration.ofSeconds(239));
		assertThat(this.keys.find("ins_a")).isNotNull();
		assertThat(this.instance.fetches()).isOne();
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(this.keys.find("ins_a")).isNull();
		assertThat(resolve("ins_a")).isNotNull();
		assertThat(this.instance.fetches()).isEqualTo(2);
	}

	@Test
	void refreshesAheadWithoutWaiting() {
		resolve("ins_a");
		this.clock.advance(Duration.ofSeconds(250));
		assertThat(this.keys.find("ins_a")).isNotNull();
		Flux.interval(Duration.ofMillis(5))
			.takeUntil((i) -> this.keys.state().refreshes() == 2)
			.blockLast(Duration.ofSeconds(60));
		assertThat(this.keys.state().age()).isEqualTo(Duration.ZERO);
	}

	@Test
	void forgetsRemovedKeyWithTheNextRefresh() {
		this.instance.key("ins_b", KEY);
		assertThat(resolve("ins_b")).isNotNull();
		this.instance.remove("ins_b");
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(resolve("ins_b")).isNull();
		assertThat(resolve("ins_a")).isNotNull();
	}

	@Test
	void fetchesOnceInHalfMinuteForUnknownKeys() {
		resolve("ins_a");
		for (int i = 0; i < 100; i++) {
			assertThat(resolve("ins_unknown" + i)).isNull();
		}
		assertThat(this.instance.fetches()).isEqualTo(2);
		assertThat(this.keys.state().refusedRefreshes()).isEqualTo(99);
		this.clock.advance(Duration.ofSeconds(30));
		this.instance.key("ins_b", KEY);
		assertThat(resolve("ins_b")).isNotNull();
		assertThat(this.instance.fetches()).isEqualTo(3);
	}

	@Test
	void findsKeyThatWasAskedForJustBeforeItWasPublished() {
		resolve("ins_a");
		assertThat(resolve("ins_b")).isNull();
		this.instance.key("ins_b", KEY);
		this.clock.advance(Duration.ofSeconds(29));
		assertThat(resolve("ins_b")).isNull();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(resolve("ins_b")).isNotNull();
		assertThat(this.instance.fetches()).isEqualTo(3);
	}

	@Test
	void findsPublishedKeyWithinHalfMinuteAmongManyUnknownOnes() {
		resolve("ins_a");
		for (int second = 0; second < 300; second++) {
			this.clock.advance(Duration.ofSeconds(1));
			assertThat(resolve("ins_unknown" + second)).isNull();
			if (second == 100) {
				assertThat(resolve("ins_b")).isNull();
				this.instance.key("ins_b", KEY);
			}
			assertThat(resolve("ins_b") != null).as("second " + second).isEqualTo(second >= 120);
		}
	}

	@Test
	void measuresAgesWithTimeThatNeverGoesBack() {
		this.instance.key("ins_b", KEY);
		assertThat(resolve("ins_b")).isNotNull();
		this.instance.remove("ins_b");
		this.clock.advance(Duration.ofHours(-3));
		assertThat(resolve("ins_b")).isNotNull();
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(resolve("ins_b")).isNull();
		this.instance.fail(503, "");
		this.clock.advance(Duration.ofMinutes(64));
		assertThat(resolve("ins_a")).isNotNull();
		this.clock.advance(Duration.ofHours(-3));
		assertThat(this.keys.find("ins_a")).isNotNull();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.keys.find("ins_a")).isNull();
		failure("ins_a");
		this.instance.recover();
		this.clock.advance(Duration.ofHours(-3));
		assertThat(this.keys.state().ready()).isFalse();
		this.clock.advance(Duration.ofSeconds(30));
		assertThat(resolve("ins_a")).isNotNull();
	}

	@Test
	void boundsFetchesForForgedKeys() {
		resolve("ins_a");
		for (int i = 0; i < 100_000; i++) {
			if (i % 10_000 == 0) {
				this.clock.advance(Duration.ofSeconds(10));
			}
			assertThat(resolve("forged_" + i)).isNull();
		}
		// 100 seconds: at most four refreshes beside the first
		assertThat(this.instance.fetches()).isLessThanOrEqualTo(5);
	}

	@Test
	void servesStaleKeysInAnOutageAndThenNone() {
		resolve("ins_a");
		this.instance.fail(503, "");
		for (int minute = 1; minute < 65; minute++) {
			this.clock.advance(Duration.ofMinutes(1));
			assertThat(resolve("ins_a")).as("minute " + minute).isNotNull();
		}
		assertThat(this.keys.state().ready()).isTrue();
		assertThat(this.keys.state().stale()).isTrue();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.keys.find("ins_a")).isNull();
		assertThatExceptionOfType(ClerkUnavailableException.class).isThrownBy(() -> resolve("ins_a"));
		assertThat(this.keys.state().ready()).isFalse();
		this.instance.recover();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(resolve("ins_a")).isNotNull();
		assertThat(this.keys.state().failure()).isNull();
	}

	@Test
	void doesNotJudgeUnknownKeyInAnOutage() {
		resolve("ins_a");
		this.instance.fail(503, "");
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(ClerkUnavailableException.class).isThrownBy(() -> resolve("ins_b"));
		}
	}

	@Test
	void triesThreeTimesForServerErrorsAndOnceForOthers() {
		this.instance.fail(500, "");
		failure("ins_a");
		assertThat(this.instance.fetches()).isEqualTo(3);
		for (int status : new int[] { 302, 400, 404, 204 }) {
			int before = this.instance.fetches();
			this.clock.advance(Duration.ofMinutes(1));
			this.instance.fail(status, "");
			failure("ins_a");
			assertThat(this.instance.fetches() - before).as("status " + status).isOne();
		}
	}

	@Test
	void waitsAsLongAsTheServerRequests() {
		this.instance.fail(429, "20");
		assertThat(failure("ins_a").retryAfterSeconds()).isEqualTo(20);
		assertThat(this.instance.fetches()).isOne();
		this.clock.advance(Duration.ofSeconds(19));
		assertThat(failure("ins_a").retryAfterSeconds()).isOne();
		assertThat(this.instance.fetches()).isOne();
		this.instance.recover();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(resolve("ins_a")).isNotNull();
	}

	@Test
	void readsKeySetAfterHostileResponses() {
		for (String hostile : HostileJson.ofAllKinds(64, 5)) {
			this.instance.answer(200, hostile);
			failure("ins_a");
			this.clock.advance(Duration.ofMinutes(1));
		}
		this.instance.recover();
		assertThat(resolve("ins_a")).isNotNull();
	}

	@Test
	void waitsUntilTheDateThatTheServerSends() {
		this.instance.fail(503, "Fri, 15 Jan 2027 08:00:20 GMT");
		assertThat(failure("ins_a").retryAfterSeconds()).isEqualTo(20);
		assertThat(this.instance.fetches()).isOne();
	}

	@Test
	void waitsNoLongerThanHalfAMinute() {
		for (String absurd : List.of("999999999999", "9".repeat(100), "Wed, 15 Jan 2127 08:00:20 GMT")) {
			this.instance.fail(429, absurd);
			assertThat(failure("ins_a").retryAfterSeconds()).as(absurd).isEqualTo(30);
			this.clock.advance(Duration.ofSeconds(30));
		}
		assertThat(this.instance.fetches()).isEqualTo(3);
	}

	@Test
	void refusesAnswersThatAreNoKeySet() {
		for (String body : List.of("", "{}", "[]", "null", "{\"keys\":[]}", "{\"keys\":{}}", "{\"keys\":[1,null,{}]}",
				"<html>", "{\"keys\":[" + " ".repeat(300 * 1024) + "]}",
				"{\"keys\":[{\"kty\":\"oct\",\"kid\":\"ins_a\",\"k\":\"AAAA\"}]}")) {
			this.instance.answer(200, body);
			this.clock.advance(Duration.ofMinutes(1));
			assertThat(failure("ins_a").rejection()).as(body.substring(0, Math.min(20, body.length())))
				.isIn(TokenRejection.JWK_REMOTE_FAILED_TO_LOAD, TokenRejection.JWK_REMOTE_INVALID);
		}
	}

	@Test
	void sendsSecretKeyToBackendApiAndReportsItsRejection() {
		ClerkKeySource backend = ClerkKeySource
			.backendApi(this.instance.base(), ClerkSecretKey.valueOf("sk_test_emulator"))
			.clock(this.clock)
			.build();
		assertThat(backend.resolve("ins_a").block(Duration.ofSeconds(60))).isNotNull();
		assertThat(this.instance.authorization()).isEqualTo("Bearer sk_test_emulator");
		this.instance.fail(401, "");
		this.clock.advance(Duration.ofHours(2));
		assertThatExceptionOfType(ClerkUnavailableException.class)
			.isThrownBy(() -> backend.resolve("ins_a").block(Duration.ofSeconds(60)))
			.satisfies((ex) -> assertThat(ex.rejection()).isEqualTo(TokenRejection.SECRET_KEY_INVALID))
			.satisfies((ex) -> assertThat(ex).hasStackTraceContaining("401").message().doesNotContain("sk_test"));
	}

	private ClerkUnavailableException failure(String keyId) {
		try {
			resolve(keyId);
		}
		catch (ClerkUnavailableException ex) {
			return ex;
		}
		throw new AssertionError("There should be no key");
	}

}
