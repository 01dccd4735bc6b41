package io.github.clerkspring.boot.observation;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.session.ClerkKeySource;

/**
 * Shows the state of the keys that verify tokens.
 */
class KeySetMetrics implements MeterBinder {

	private final ClerkKeySource keySource;

	KeySetMetrics(ClerkKeySource keySource) {
		this.keySource = keySource;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("clerk.jwks.keys", this.keySource, (source) -> source.state().keys())
			.description("Keys that are known")
			.register(registry);
		Gauge.builder("clerk.jwks.age", this.keySource, (source) -> seconds(source.state().age()))
			.description("Time since the keys were fetched")
			.baseUnit("seconds")
			.register(registry);
		refreshes("success", (source) -> source.state().refreshes(), registry);
		refreshes("failure", (source) -> source.state().failedRefreshes(), registry);
		refreshes("refused", (source) -> source.state().refusedRefreshes(), registry);
	}

	private void refreshes(String outcome, ToDoubleFunction<ClerkKeySource> count, MeterRegistry registry) {
		FunctionCounter.builder("clerk.jwks.refreshes", this.keySource, count)
			.description("Fetches of the keys; refused are those that tokens with unknown keys asked for too often")
			.tag("outcome", outcome)
			.register(registry);
	}

	private static double seconds(@Nullable Duration age) {
		return (age != null) ? age.toMillis() / 1000.0 : Double.NaN;
	}

}
