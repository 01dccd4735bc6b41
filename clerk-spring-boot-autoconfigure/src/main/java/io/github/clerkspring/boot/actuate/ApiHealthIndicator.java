package io.github.clerkspring.boot.actuate;

import java.time.Clock;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link HealthIndicator} for the API, based on the calls of the application: down if
 * Clerk rejected the secret key or if several recent consecutive calls failed, unknown
 * before the first call.
 */
class ApiHealthIndicator extends AbstractHealthIndicator {

	private final ApiWatch watch;

	private final Clock clock;

	ApiHealthIndicator(ApiWatch watch, Clock clock) {
		super("The state of Clerk's API is not known");
		this.watch = watch;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		ApiState state = this.watch.state();
		builder.status(status(state)).withDetails(state.details());
	}

	private Status status(ApiState state) {
		if (state.isDown(this.clock.instant())) {
			return Status.DOWN;
		}
		return (state.isNew()) ? Status.UNKNOWN : Status.UP;
	}

}
