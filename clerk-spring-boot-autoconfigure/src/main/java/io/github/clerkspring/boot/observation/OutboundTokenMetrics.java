package io.github.clerkspring.boot.observation;

import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.outbound.MachineTokenProvider;

/**
 * Metrics for machine-to-machine tokens that are sent to other services.
 */
class OutboundTokenMetrics implements MeterBinder {

	private final Supplier<@Nullable MachineTokenProvider> tokens;

	OutboundTokenMetrics(Supplier<@Nullable MachineTokenProvider> tokens) {
		this.tokens = tokens;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		MachineTokenProvider used = this.tokens.get();
		if (used != null) {
			creations(used, "success", (tokens) -> tokens.state().created(), registry);
			creations(used, "failure", (tokens) -> tokens.state().failures(), registry);
			FunctionCounter.builder("clerk.machine.tokens.cache.hits", used, (tokens) -> tokens.state().cacheHits())
				.description("Uses of a machine-to-machine token that was already available")
				.register(registry);
		}
	}

	private static void creations(MachineTokenProvider tokens, String outcome,
			ToDoubleFunction<MachineTokenProvider> count, MeterRegistry registry) {
		FunctionCounter.builder("clerk.machine.tokens.creations", tokens, count)
			.description("Requests to Clerk for a machine-to-machine token")
			.tag("outcome", outcome)
			.register(registry);
	}

}
