package io.github.clerkspring.security.machine.opaque;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Unavailable;
import io.github.clerkspring.security.token.TokenDigest;

/**
 * Verifications in flight, at most one for each token. Callers with the same token wait
 * for the same verification, which none of them can cancel: it ends with a response or
 * with the time limit, also if nobody waits for it any longer.
 */
final class VerificationsInFlight {

	private final ConcurrentMap<TokenDigest, Sinks.One<VerificationOutcome>> running = new ConcurrentHashMap<>();

	private final LongAdder joined = new LongAdder();

	/**
	 * Join the verification of a token, or start it.
	 * @param digest the digest of the token
	 * @param admission decides whether a verification may be started
	 * @param verification the verification
	 * @param release called with the outcome at the end of a verification that was
	 * admitted, before callers receive it
	 * @param context the context of the caller
	 * @return the outcome, or {@code null} if a verification may not be started
	 */
	@Nullable Mono<VerificationOutcome> join(TokenDigest digest, BooleanSupplier admission,
			Mono<VerificationOutcome> verification, Consumer<VerificationOutcome> release, ContextView context) {
		Sinks.One<VerificationOutcome> started = Sinks.one();
		Sinks.One<VerificationOutcome> shared = this.running.computeIfAbsent(digest,
				(key) -> (admission.getAsBoolean()) ? started : null);
		if (shared == started) {
			verification.onErrorResume(VerificationsInFlight::failed).contextWrite(context).subscribe((outcome) -> {
				this.running.remove(digest, started);
				release.accept(outcome);
				started.tryEmitValue(outcome);
			});
		}
		else if (shared != null) {
			this.joined.increment();
		}
		return (shared != null) ? shared.asMono() : null;
	}

	// An unexpected error must not leave a verification that never ends
	private static Mono<VerificationOutcome> failed(Throwable ex) {
		return Mono.just(Unavailable.because(TokenRejection.UNEXPECTED_ERROR,
				"the verification failed with " + ex.getClass().getName()));
	}

	/**
	 * Return how many callers waited for a verification that another one had started.
	 * @return the number since the start
	 */
	long joined() {
		return this.joined.sum();
	}

	int size() {
		return this.running.size();
	}

}
