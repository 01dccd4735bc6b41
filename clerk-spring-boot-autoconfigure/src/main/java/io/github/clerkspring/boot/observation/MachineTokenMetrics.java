package io.github.clerkspring.boot.observation;

import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifier;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifierState;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifierState.Calls;

/**
 * Metrics for the requests to Clerk that verify opaque tokens.
 */
class MachineTokenMetrics implements MeterBinder {

	private static final Calls NONE = new Calls(0, 0, 0);

	private final Supplier<@Nullable OpaqueTokenVerifier> verifier;

	MachineTokenMetrics(Supplier<@Nullable OpaqueTokenVerifier> verifier) {
		this.verifier = verifier;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		OpaqueTokenVerifier used = this.verifier.get();
		if (used != null) {
			bind(used, registry);
		}
	}

	private static void bind(OpaqueTokenVerifier verifier, MeterRegistry registry) {
		Gauge.builder("clerk.tokens.verify.in.flight", verifier, (source) -> source.state().inFlight())
			.description("Requests to verify an opaque token in flight")
			.register(registry);
		for (ClerkTokenType type : verifier.state().calls().keySet()) {
			calls(verifier, type, "accepted", Calls::accepted, registry);
			calls(verifier, type, "rejected", Calls::refused, registry);
			calls(verifier, type, "unavailable", Calls::unavailable, registry);
		}
		withoutCall(verifier, "shared", OpaqueTokenVerifierState::joined, registry);
		withoutCall(verifier, "cache", OpaqueTokenVerifierState::cacheHits, registry);
		withoutCall(verifier, "refused_before", OpaqueTokenVerifierState::refusedAgain, registry);
		withoutCall(verifier, "limit", OpaqueTokenVerifierState::overLimit, registry);
	}

	private static void calls(OpaqueTokenVerifier verifier, ClerkTokenType type, String outcome,
			ToDoubleFunction<Calls> count, MeterRegistry registry) {
		FunctionCounter
			.builder("clerk.tokens.verify.calls", verifier,
					(source) -> count.applyAsDouble(source.state().calls().getOrDefault(type, NONE)))
			.description("Requests to Clerk to verify an opaque token")
			.tag("kind", type.value())
			.tag("outcome", outcome)
			.register(registry);
	}

	private static void withoutCall(OpaqueTokenVerifier verifier, String reason,
			ToDoubleFunction<OpaqueTokenVerifierState> count, MeterRegistry registry) {
		FunctionCounter
			.builder("clerk.tokens.verify.without.call", verifier, (source) -> count.applyAsDouble(source.state()))
			.description("Opaque tokens for which no request was sent, and why")
			.tag("reason", reason)
			.register(registry);
	}

}
