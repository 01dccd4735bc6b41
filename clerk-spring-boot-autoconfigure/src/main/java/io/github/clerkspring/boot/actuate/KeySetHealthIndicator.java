package io.github.clerkspring.boot.actuate;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import io.github.clerkspring.security.ClerkKeySetState;
import io.github.clerkspring.security.keys.ClerkKeySource;

/**
 * {@link HealthIndicator} for the keys that verify tokens: down if no keys are available
 * because they could not be fetched, unknown before their first use. Keys that are used
 * during an outage are up, with a detail that marks them as stale.
 */
class KeySetHealthIndicator extends AbstractHealthIndicator {

	private final Supplier<@Nullable ClerkKeySource> keySource;

	KeySetHealthIndicator(Supplier<@Nullable ClerkKeySource> keySource) {
		super("The state of Clerk's keys is not known");
		this.keySource = keySource;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		ClerkKeySource used = this.keySource.get();
		if (used == null) {
			builder.unknown();
			return;
		}
		ClerkKeySetState state = used.state();
		builder.status(status(state)).withDetails(TokenDetails.of(state));
	}

	private static Status status(ClerkKeySetState state) {
		if (state.ready()) {
			return Status.UP;
		}
		return (state.failure() != null) ? Status.DOWN : Status.UNKNOWN;
	}

}
