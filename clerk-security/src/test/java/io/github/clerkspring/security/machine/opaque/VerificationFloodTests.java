package io.github.clerkspring.security.machine.opaque;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.attack.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many requests at the same time, over HTTP.
 */
class VerificationFloodTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final VerifyServer server = new VerifyServer();

	private final TestClock clock = new TestClock();

	private final ClerkBackendClient client = this.server.client();

	private OpaqueTokenVerifier verifier = verifier((builder) -> builder);

	private OpaqueTokenVerifier verifier(UnaryOperator<OpaqueTokenVerifierBuilder> changes) {
		return changes.apply(OpaqueTokenVerifier.builder(this.client).clock(this.clock)).build();
	}

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	private Mono<ClerkMachine> verify(String token) {
		return this.verifier.verify(ClerkTokenType.API_KEY, token);
	}

	private static String good(int number) {
		return "ak_good%028d".formatted(number);
	}

	private static String bad(int number) {
		return "ak_bad%029d".formatted(number);
	}

	private static Publisher<Void> judge(String token, HttpServerResponse response) {
		return (token.startsWith("ak_good"))
				? VerifyServer.json(200, (one) -> VerifyServer.valid(one).toString()).apply(token, response)
				: VerifyServer.json(404, (one) -> VerifyServer.NOT_FOUND).apply(token, response);
	}

	/**
	 * Answers only when the gate opens.
	 */
	private Sinks.Empty<Void> holdAnswers() {
		Sinks.Empty<Void> gate = Sinks.empty();
		this.server
			.answer((token, response) -> gate.asMono().then(Mono.defer(() -> Mono.from(judge(token, response)))));
		return gate;
	}

	private void awaitRequests(int count) {
		Flux.interval(Duration.ofMillis(2)).takeUntil((i) -> this.server.requests().size() >= count).blockLast(LIMIT);
	}

	@Test
	void sendsOneRequestForManyCallersWithoutCache() {
		Sinks.Empty<Void> gate = holdAnswers();
		Mono<List<ClerkMachine>> machines = Flux.range(0, 500)
			.flatMap((i) -> verify(good(1)), 500)
			.collectList()
			.cache();
		Disposable subscription = machines.subscribe();
		gate.tryEmitEmpty();
		assertThat(machines.block(LIMIT)).hasSize(500);
		subscription.dispose();
		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.verifier.state().joined()).isEqualTo(499);
		assertThat(this.verifier.state().inFlight()).isZero();
	}

	@Test
	void sendsOneRequestInASecondWithCacheOfASecond() {
		this.verifier = verifier((builder) -> builder.cache(100, Duration.ofSeconds(1)));
		this.server.answer(VerificationFloodTests::judge);
		for (int second = 1; second <= 5; second++) {
			for (int part = 0; part < 10; part++) {
				assertThat(Flux.range(0, 100).flatMap((i) -> verify(good(1)), 100).count().block(LIMIT)).isEqualTo(100);
				this.clock.advance(Duration.ofMillis(100));
			}
			assertThat(this.server.requests()).hasSize(second);
		}
		assertThat(this.verifier.state().totalCalls()).isEqualTo(5);
	}

	@Test
	void failureOfSharedRequestReachesEachCallerAsItsOwnException() {
		this.server.answer(500, "");
		List<Throwable> failures = Flux.range(0, 50)
			.flatMap((i) -> verify(good(1)).<Throwable>map((machine) -> new AssertionError()).onErrorResume(Mono::just),
					50)
			.collectList()
			.block(LIMIT);
		assertThat(failures).hasSize(50)
			.doesNotHaveDuplicates()
			.allSatisfy((failure) -> assertThat(failure).isInstanceOf(ClerkUnavailableException.class));
	}

	@Test
	void cancelledCallersDoNotFailOthers() {
		Sinks.Empty<Void> gate = holdAnswers();
		Random random = new Random(18);
		List<Mono<ClerkMachine>> waiting = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			Mono<ClerkMachine> caller = verify(good(random.nextInt(10)));
			if (random.nextBoolean()) {
				caller.subscribe().dispose();
			}
			else {
				Mono<ClerkMachine> shared = caller.cache();
				shared.subscribe();
				waiting.add(shared);
			}
		}
		awaitRequests(10);
		gate.tryEmitEmpty();
		assertThat(Flux.merge(waiting).count().block(LIMIT)).isEqualTo(waiting.size());
		assertThat(waiting).hasSizeBetween(100, 200);
		assertThat(this.server.requests()).hasSize(10);
		assertThat(this.verifier.state().inFlight()).isZero();
	}

	@Test
	void keepsNoSlotAfterAllCallersCancel() {
		this.server.answer(VerificationFloodTests::judge);
		for (int i = 0; i < 50; i++) {
			verify(good(i)).subscribe().dispose();
			Flux.interval(Duration.ofMillis(2))
				.takeUntil((tick) -> this.verifier.state().inFlight() == 0)
				.blockLast(LIMIT);
		}
		assertThat(this.verifier.state().totalCalls()).isEqualTo(50);
		assertThat(verify(good(50)).block(LIMIT)).isNotNull();
	}

	@Test
	void limitsRequestsInFlightAndDoesNotQueue() {
		Sinks.Empty<Void> gate = holdAnswers();
		Flux<Throwable> flood = Flux.range(0, 100)
			.flatMap((i) -> verify(bad(i)).then(Mono.<Throwable>empty()).onErrorResume(Mono::just), 100);
		StepVerifier.create(flood)
			.expectNextCount(90)
			.then(() -> awaitRequests(10))
			.then(gate::tryEmitEmpty)
			.expectNextCount(10)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.server.requests()).hasSize(10);
		OpaqueTokenVerifierState state = this.verifier.state();
		assertThat(state.overLimit()).isEqualTo(90);
		assertThat(state.inFlight()).isZero();
		StepVerifier.create(verify(bad(0))).expectError(InvalidBearerTokenException.class).verify(LIMIT);
	}

	@Test
	void tellsThatTooManyAreInFlight() {
		Sinks.Empty<Void> gate = holdAnswers();
		IntStream.range(0, 10).forEach((i) -> verify(bad(i)).subscribe((machine) -> {
		}, (ex) -> {
		}));
		StepVerifier.create(verify(bad(10)))
			.expectErrorSatisfies((failure) -> assertThat(failure)
				.isInstanceOfSatisfying(ClerkUnavailableException.class, (unavailable) -> {
					assertThat(unavailable.rejection()).isEqualTo(TokenRejection.TOO_MANY_VERIFICATIONS);
					assertThat(unavailable.retryAfterSeconds()).isOne();
				}))
			.verify(LIMIT);
		gate.tryEmitEmpty();
	}

	/**
	 * Ten thousand invalid tokens in ten seconds, beside ten valid ones that are used all
	 * the time: no use of a valid one fails, and Clerk gets a bounded number of requests.
	 */
	@Test
	void acceptsKnownTokensDuringFloodOfInvalidOnes() {
		this.server.answer(VerificationFloodTests::judge);
		Flux<String> known = Flux.range(0, 10).map(VerificationFloodTests::good);
		known.flatMap(this::verify).blockLast(LIMIT);
		AtomicInteger invalid = new AtomicInteger();
		AtomicInteger unavailable = new AtomicInteger();
		int accepted = 0;
		for (int step = 0; step < 100; step++) {
			Flux<ClerkMachine> flood = Flux.range(step * 100, 100)
				.flatMap((i) -> verify(bad(i)).onErrorResume((failure) -> {
					((failure instanceof InvalidBearerTokenException) ? invalid : unavailable).incrementAndGet();
					return Mono.empty();
				}), 100);
			accepted += Flux.merge(flood, known.flatMap(this::verify, 10)).count().blockOptional(LIMIT).orElseThrow();
			this.clock.advance(Duration.ofMillis(100));
		}
		assertThat(accepted).isEqualTo(1_000);
		assertThat(invalid.get() + unavailable.get()).isEqualTo(10_000);
		assertThat(invalid).hasPositiveValue().hasValueLessThanOrEqualTo(250 + 250);
		assertThat(this.server.requests()).hasSize(10 + 1_000 + invalid.get());
		assertThat(this.server.maxInFlight()).isLessThanOrEqualTo(20);
		assertThat(this.verifier.state().inFlight()).isZero();
		assertThat(this.verifier.state().overLimit()).isEqualTo(unavailable.get());
	}

	@Test
	void refusesFloodOfOneTokenFromMemory() {
		this.server.answer(VerificationFloodTests::judge);
		for (int i = 0; i < 1_000; i++) {
			StepVerifier.create(verify(bad(1))).expectError(InvalidBearerTokenException.class).verify(LIMIT);
		}
		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.verifier.state().refusedAgain()).isEqualTo(999);
	}

}
