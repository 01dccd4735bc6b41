package io.github.clerkspring.security.outbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkApiException.Failure;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.machine.M2mToken;
import io.github.clerkspring.security.attack.LogRecorder;
import io.github.clerkspring.security.attack.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MachineTokenProvider}.
 */
class MachineTokenProviderTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final TestClock clock = new TestClock();

	private final StubM2mTokens clerk = new StubM2mTokens(this.clock);

	private final MachineTokenProvider provider = MachineTokenProvider.builder(this.clerk).clock(this.clock).build();

	private LogRecorder log;

	@BeforeEach
	void recordLog() {
		this.log = new LogRecorder(MachineTokenProvider.class.getName());
	}

	@AfterEach
	void restoreLog() {
		assertThat(this.log.text()).doesNotContain("mt_token");
		this.log.close();
	}

	@Test
	void createsOneTokenForConcurrentCallers() {
		List<String> tokens = Flux.range(0, 500)
			.flatMap((caller) -> this.provider.token().subscribeOn(Schedulers.boundedElastic()), 500)
			.map(Secret::value)
			.distinct()
			.collectList()
			.block(LIMIT);
		assertThat(tokens).containsExactly("mt_token1");
		assertThat(this.clerk.creations()).isEqualTo(1);
		assertThat(this.provider.state().created()).isEqualTo(1);
	}

	@Test
	void cancelledCallersDoNotFailOthers() {
		Sinks.One<M2mToken> answer = Sinks.one();
		this.clerk.next(answer::asMono);
		List<Disposable> cancelled = IntStream.range(0, 1000)
			.mapToObj((caller) -> this.provider.token().subscribe())
			.toList();
		StepVerifier.create(this.provider.token())
			.then(() -> cancelled.forEach(Disposable::dispose))
			.then(() -> answer.tryEmitValue(this.clerk.token("mt_token", Duration.ofHours(1))))
			.expectNext(new Secret("mt_token"))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.clerk.creations()).isEqualTo(1);
	}

	@Test
	void keepsTokenWhoseCallersAllCancelled() {
		Sinks.One<M2mToken> answer = Sinks.one();
		this.clerk.next(answer::asMono);
		this.provider.token().subscribe().dispose();
		assertThat(answer.currentSubscriberCount()).isEqualTo(1);
		answer.tryEmitValue(this.clerk.token("mt_token", Duration.ofHours(1)));
		assertThat(value()).isEqualTo("mt_token");
		assertThat(this.clerk.creations()).isEqualTo(1);
	}

	@Test
	void replacesTokenInBackground() {
		assertThat(value()).isEqualTo("mt_token1");
		Sinks.One<M2mToken> answer = Sinks.one();
		this.clerk.next(answer::asMono);
		this.clock.advance(Duration.ofMinutes(48).minusMillis(1));
		assertThat(value()).isEqualTo("mt_token1");
		assertThat(this.clerk.creations()).isEqualTo(1);
		this.clock.advance(Duration.ofMillis(1));
		for (int i = 0; i < 100; i++) {
			assertThat(value()).isEqualTo("mt_token1");
		}
		assertThat(this.clerk.creations()).isEqualTo(2);
		answer.tryEmitValue(this.clerk.token("mt_token2", Duration.ofHours(1)));
		assertThat(value()).isEqualTo("mt_token2");
		assertThat(this.provider.state()).isEqualTo(new MachineTokenState(2, 0, 102));
	}

	@Test
	void usesValidTokenWhileReplacementFails() {
		assertThat(value()).isEqualTo("mt_token1");
		this.clock.advance(Duration.ofMinutes(50));
		failNext(500, null, 20);
		int before = this.clerk.creations();
		for (int second = 0; second < 60; second++) {
			assertThat(value()).isEqualTo("mt_token1");
			assertThat(value()).isEqualTo("mt_token1");
			this.clock.advance(Duration.ofSeconds(1));
		}
		// After 0, 1, 3, 7, 15 and 31 seconds
		assertThat(this.clerk.creations() - before).isEqualTo(6);
		assertThat(this.log.text()).containsOnlyOnce("WARN").contains("The current token is used until it expires");
	}

	@Test
	void doesNotUseTokenShortlyBeforeItsExpiration() {
		assertThat(value()).isEqualTo("mt_token1");
		failNext(503, null, 1);
		this.clock.advance(Duration.ofMinutes(60).minusSeconds(10));
		assertUnavailable("m2mTokens.create: 503");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(value()).isEqualTo("mt_token3");
		assertThat(this.log.text()).contains("INFO", "after failures");
	}

	@Test
	void usesExpirationOfReusedToken() {
		this.clerk.next(() -> Mono.just(this.clerk.token("mt_token_reused", Duration.ofMinutes(40))));
		assertThat(value()).isEqualTo("mt_token_reused");
		this.clock.advance(Duration.ofMinutes(39).plusSeconds(49));
		failNext(500, null, 1);
		assertThat(value()).isEqualTo("mt_token_reused");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(value()).isEqualTo("mt_token3");
	}

	@Test
	void clockThatIsSetBackDoesNotExtendUseOfToken() {
		assertThat(value()).isEqualTo("mt_token1");
		this.clock.advance(Duration.ofHours(-3));
		assertThat(value()).isEqualTo("mt_token1");
		this.clock.advance(Duration.ofMinutes(60));
		assertThat(value()).isEqualTo("mt_token2");
	}

	@Test
	void failsWithoutCallingClerkUntilNextAttemptIsPossible() {
		failNext(500, null, 20);
		int seconds = 600;
		for (int second = 0; second < seconds; second++) {
			assertUnavailable("m2mTokens.create: 500");
			assertUnavailable("m2mTokens.create: 500");
			this.clock.advance(Duration.ofSeconds(1));
		}
		// After 0, 1, 3, 7, 15, 31 and 63 seconds, then every 60 seconds
		assertThat(this.clerk.creations()).isEqualTo(7 + 8);
		assertThat(this.provider.state().failures()).isEqualTo(15);
		assertThat(this.log.text()).containsOnlyOnce("WARN");
	}

	@Test
	void waitsAsLongAsClerkRequests() {
		failNext(429, Duration.ofSeconds(90), 1);
		assertThat(assertUnavailable("429").retryAfter()).isEqualTo(Duration.ofSeconds(90));
		this.clock.advance(Duration.ofSeconds(89));
		assertThat(assertUnavailable("429").retryAfter()).isEqualTo(Duration.ofSeconds(1));
		assertThat(this.clerk.creations()).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(value()).isEqualTo("mt_token2");
	}

	@Test
	void hostileRetryAfterIsLimited() {
		failNext(429, Duration.ofDays(365), 1);
		assertThat(assertUnavailable("429").retryAfter()).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void waitingCallersReceiveExceptionsOfTheirOwn() {
		Sinks.One<M2mToken> answer = Sinks.one();
		this.clerk.next(answer::asMono);
		List<Throwable> failures = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			this.provider.token().subscribe((token) -> failures.add(new AssertionError()), failures::add);
		}
		answer.tryEmitError(new IllegalStateException("broken"));
		assertThat(failures).hasSize(3)
			.doesNotHaveDuplicates()
			.allSatisfy((failure) -> assertThat(failure).isInstanceOf(MachineTokenUnavailableException.class)
				.hasMessageContaining("broken"));
	}

	@Test
	void callersDoNotWaitWithoutEnd() {
		this.clerk.next(Mono::never);
		StepVerifier.withVirtualTime(this.provider::token)
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(9_999))
			.thenAwait(Duration.ofMillis(1))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(MachineTokenUnavailableException.class)
				.hasMessageContaining("within 10000 ms"))
			.verify(LIMIT);
	}

	@Test
	void creationWithoutResponseIsRepeated() {
		this.clerk.next(Mono::never);
		StepVerifier.withVirtualTime(() -> this.provider.token().onErrorComplete())
			.thenAwait(Duration.ofMinutes(1))
			.expectComplete()
			.verify(LIMIT);
		assertUnavailable("does not respond");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(value()).isEqualTo("mt_token2");
		assertThat(this.log.text()).contains("WARN");
	}

	@Test
	void failureOfCallerDoesNotFailOthers() {
		Sinks.One<M2mToken> answer = Sinks.one();
		this.clerk.next(answer::asMono);
		List<Object> results = new ArrayList<>();
		this.provider.token().map((token) -> {
			throw new IllegalStateException("caller");
		}).subscribe(results::add, results::add);
		this.provider.token().subscribe(results::add, results::add);
		answer.tryEmitValue(this.clerk.token("mt_token", Duration.ofHours(1)));
		assertThat(results).hasSize(2).first().asString().contains("caller");
		assertThat(results).last().isEqualTo(new Secret("mt_token"));
		assertThat(value()).isEqualTo("mt_token");
	}

	@Test
	void callersWithShortTimeoutDoNotFailOthers() {
		Sinks.One<M2mToken> answer = Sinks.one();
		this.clerk.next(answer::asMono);
		StepVerifier.create(this.provider.token().timeout(Mono.empty(), Mono.empty())).expectComplete().verify(LIMIT);
		StepVerifier.create(this.provider.token())
			.then(() -> answer.tryEmitValue(this.clerk.token("mt_token", Duration.ofHours(1))))
			.expectNext(new Secret("mt_token"))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.clerk.creations()).isEqualTo(1);
	}

	@Test
	void tokenIsNotInTextOfExceptionsAndObjects() {
		assertThat(value()).isEqualTo("mt_token1");
		assertThat(this.provider + " " + this.provider.state() + " " + new MachineTokenFilter(this.provider)
				+ this.provider.token())
			.doesNotContain("mt_token");
		assertThat(CachedToken.of(this.clerk.token("mt_token1", Duration.ofHours(1)), this.clock.instant(), 0,
				Duration.ofHours(1)))
			.asString()
			.doesNotContain("mt_token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "empty", "no token", "blank", "expired" })
	void contradictoryResponsesAreFailures(String kind) {
		this.clerk.next(() -> switch (kind) {
			case "empty" -> Mono.empty();
			case "no token" -> Mono.just(StubM2mTokens.response(null, null));
			case "blank" -> Mono.just(this.clerk.token(" ", Duration.ofHours(1)));
			default -> Mono.just(this.clerk.token("mt_token", Duration.ZERO));
		});
		assertUnavailable("");
		assertThat(this.log.text()).contains("WARN");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(value()).isEqualTo("mt_token2");
	}

	@Test
	void tokenWithoutExpirationIsReplacedAfterItsRequestedLifetime() {
		this.clerk.next(() -> Mono.just(StubM2mTokens.response(new Secret("mt_token"), null)));
		assertThat(value()).isEqualTo("mt_token");
		this.clock.advance(Duration.ofMinutes(60));
		assertThat(value()).isEqualTo("mt_token2");
	}

	@Test
	void creationDoesNotReceiveContextOfFirstCaller() {
		this.clerk.next(() -> Mono.deferContextual(
				(context) -> Mono.just(this.clerk.token("mt_token" + context.size(), Duration.ofHours(1)))));
		StepVerifier.create(this.provider.token().contextWrite(Context.of("user", "ada")))
			.expectNext(new Secret("mt_token0"))
			.expectComplete()
			.verify(LIMIT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT59S", "P366D", "-PT1H" })
	void timeToLiveIsLimited(Duration timeToLive) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MachineTokenProvider.builder(this.clerk).timeToLive(timeToLive));
	}

	private void failNext(int status, Duration retryAfter, int times) {
		for (int i = 0; i < times; i++) {
			this.clerk.next(() -> Mono.error(ClerkApiException
				.of(new Failure("m2mTokens.create", status, List.of(), null, retryAfter, null, null))));
		}
	}

	private String value() {
		return this.provider.token().block(LIMIT).value();
	}

	private MachineTokenUnavailableException assertUnavailable(String reason) {
		List<Throwable> failures = new ArrayList<>();
		StepVerifier.create(this.provider.token()).consumeErrorWith(failures::add).verify(LIMIT);
		assertThat(failures.get(0)).isInstanceOf(MachineTokenUnavailableException.class).hasMessageContaining(reason);
		return (MachineTokenUnavailableException) failures.get(0);
	}

}
