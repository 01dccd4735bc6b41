package io.github.clerkspring.boot.observation;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.keys.ClerkKeySource;

/**
 * Metrics for the keys that verify tokens.
 */
class KeySetMetrics implements MeterBinder {

	private final Supplier<@Nullable ClerkKeySource> keySource;

	KeySetMetrics(Supplier<@Nullable ClerkKeySource> keySource) {
		this.keySource = keySource;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		ClerkKeySource used = this.keySource.get();
		if (used != null) {
			bind(used, registry);
		}
	}

	private static void bind(ClerkKeySource keySource, MeterRegistry registry) {
		Gauge.builder("clerk.jwks.keys", keySource, (source) -> source.state().keys())
			.description("Keys that are known")
			.register(registry);
		Gauge.builder("clerk.jwks.age", keySource, (source) -> seconds(source.state().age()))
			.description("Time since the keys were fetched")
			.baseUnit("seconds")
			.register(registry);
		refreshes(keySource, "success", (source) -> source.state().refreshes(), registry);
		refreshes(keySource, "failure", (source) -> source.state().failedRefreshes(), registry);
		refreshes(keySource, "refused", (source) -> source.state().refusedRefreshes(), registry);
	}

	private static void refreshes(ClerkKeySource keySource, String outcome, ToDoubleFunction<ClerkKeySource> count,
			MeterRegistry registry) {
		FunctionCounter.builder("clerk.jwks.refreshes", keySource, count)
			.description("Fetches of the keys; refused are those that tokens with unknown keys asked for too often")
			.tag("outcome", outcome)
			.register(registry);
	}

	private static double seconds(@Nullable Duration age) {
		return (age != null) ? age.toMillis() / 1000.0 : Double.NaN;
	}

}
