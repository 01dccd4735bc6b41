package io.github.clerkspring.security.machine.opaque;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.attack.Parallel;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.keys.ElapsedTime;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Refused;
import io.github.clerkspring.security.token.TokenDigest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One verification for all callers with the same token.
 */
class VerificationsInFlightTests {

	private static final VerificationOutcome OUTCOME = new Refused(TokenRejection.TOKEN_INVALID, "test");

	private static final TokenDigest DIGEST = TokenDigest.of("a");

	private final VerificationsInFlight inFlight = new VerificationsInFlight();

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicInteger released = new AtomicInteger();

	private Mono<VerificationOutcome> join(TokenDigest digest, Mono<VerificationOutcome> verification) {
		Mono<VerificationOutcome> joined = this.inFlight.join(digest, () -> true,
				verification.doOnSubscribe((subscription) -> this.calls.incrementAndGet()),
				(outcome) -> this.released.incrementAndGet(), Context.empty());
		assertThat(joined).isNotNull();
		return joined;
	}

	@Test
	void sharesOutcomeAndStartsAgainAfterwards() {
		Sinks.One<VerificationOutcome> response = Sinks.one();
		Mono<VerificationOutcome> first = join(DIGEST, response.asMono());
		Mono<VerificationOutcome> second = join(DIGEST, response.asMono());
		join(TokenDigest.of("b"), response.asMono());
		assertThat(this.calls).hasValue(2);
		response.tryEmitValue(OUTCOME);
		StepVerifier.create(Mono.zip(first, second)).expectNextCount(1).expectComplete().verify(Duration.ofSeconds(60));
		assertThat(this.inFlight.size()).isZero();
		assertThat(this.released).hasValue(2);
		join(DIGEST, Mono.just(OUTCOME));
		assertThat(this.calls).hasValue(3);
		assertThat(this.inFlight.size()).isZero();
	}

	@Test
	void goesOnWhenAllCallersCancel() {
		Sinks.One<VerificationOutcome> response = Sinks.one();
		join(DIGEST, response.asMono()).subscribe().dispose();
		assertThat(this.inFlight.size()).isOne();
		Mono<VerificationOutcome> late = join(DIGEST, response.asMono());
		response.tryEmitValue(OUTCOME);
		assertThat(late.block(Duration.ofSeconds(60))).isEqualTo(OUTCOME);
		assertThat(this.calls).hasValue(1);
		assertThat(this.released).hasValue(1);
	}

	@Test
	void unexpectedErrorEndsVerification() {
		Mono<VerificationOutcome> joined = join(DIGEST, Mono.error(new IllegalStateException("unexpected")));
		assertThat(joined.block(Duration.ofSeconds(60))).isInstanceOfSatisfying(VerificationOutcome.Unavailable.class,
				(outcome) -> assertThat(outcome.detail())
					.isEqualTo("the verification failed with java.lang.IllegalStateException"));
		assertThat(this.inFlight.size()).isZero();
		assertThat(this.released).hasValue(1);
	}

	@Test
	void startsNothingThatIsNotAdmitted() {
		assertThat(this.inFlight.join(DIGEST, () -> false, Mono.error(AssertionError::new), (outcome) -> {
		}, Context.empty())).isNull();
		assertThat(this.inFlight.size()).isZero();
	}

	/**
	 * Callers join and cancel at random on four threads while verifications end: every
	 * caller that does not cancel gets the outcome, and no slot is lost.
	 */
	@Test
	void losesNoCallerAndNoSlotInStormOfCancellations() throws Exception {
		VerificationLimits limits = new VerificationLimits(8, 1_000, ElapsedTime.of(new TestClock()));
		ConcurrentLinkedQueue<Sinks.One<VerificationOutcome>> open = new ConcurrentLinkedQueue<>();
		AtomicInteger waiting = new AtomicInteger();
		AtomicInteger answered = new AtomicInteger();
		AtomicInteger overLimit = new AtomicInteger();
		Parallel.run((thread) -> () -> {
			Random random = new Random(thread);
			List<Disposable> callers = new ArrayList<>();
			for (int i = 0; i < 5_000; i++) {
				Sinks.One<VerificationOutcome> response = Sinks.one();
				Mono<VerificationOutcome> joined = this.inFlight.join(TokenDigest.of("" + random.nextInt(12)),
						() -> limits.tryStart(true),
						response.asMono().doOnSubscribe((subscription) -> open.add(response)),
						(outcome) -> limits.finish(true, true), Context.empty());
				if (joined == null) {
					overLimit.incrementAndGet();
				}
				else if (random.nextBoolean()) {
					callers.add(joined.subscribe());
				}
				else {
					waiting.incrementAndGet();
					joined.subscribe((outcome) -> answered.incrementAndGet());
				}
				if (!callers.isEmpty() && random.nextInt(3) == 0) {
					callers.remove(random.nextInt(callers.size())).dispose();
				}
				if (random.nextInt(4) == 0) {
					end(open);
				}
			}
			callers.forEach(Disposable::dispose);
			return null;
		});
		while (!open.isEmpty()) {
			end(open);
		}
		assertThat(answered).hasValue(waiting.get());
		assertThat(waiting.get()).isPositive();
		assertThat(overLimit.get()).isPositive();
		assertThat(limits.inFlight()).isZero();
		assertThat(this.inFlight.size()).isZero();
	}

	private static void end(ConcurrentLinkedQueue<Sinks.One<VerificationOutcome>> open) {
		Sinks.One<VerificationOutcome> response = open.poll();
		if (response != null) {
			response.tryEmitValue(OUTCOME);
		}
	}

}
