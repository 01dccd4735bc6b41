package io.github.clerkspring.boot.security;

import java.time.Duration;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import reactor.core.Disposable;
import reactor.util.retry.Retry;

import io.github.clerkspring.security.keys.ClerkKeySource;

/**
 * Fetches the keys while the application starts, without delaying the start. Until they
 * are fetched for the first time the application is not ready; later failures do not
 * change its readiness. Keys that the application does not use are not fetched.
 */
class KeyWarmUp implements SmartInitializingSingleton, ApplicationListener<AvailabilityChangeEvent<?>>, DisposableBean {

	private static final Log logger = LogFactory.getLog(KeyWarmUp.class);

	private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private final Supplier<@Nullable ClerkKeySource> keySource;

	private final boolean enabled;

	private final ApplicationContext context;

	private final @Nullable ApplicationAvailability availability;

	private @Nullable Disposable fetching;

	private @Nullable String reason;

	private volatile boolean cold;

	private volatile boolean refusing;

	/**
	 * Create the warm-up.
	 * @param keySource the keys, or {@code null} if the application does not use them
	 * @param enabled whether to fetch the keys
	 * @param context publishes changes of the readiness
	 * @param availability the readiness, or {@code null} if nothing reads it. It receives
	 * events before this listener, because it is created first
	 */
	KeyWarmUp(Supplier<@Nullable ClerkKeySource> keySource, boolean enabled, ApplicationContext context,
			@Nullable ApplicationAvailability availability) {
		this.keySource = keySource;
		this.enabled = enabled;
		this.context = context;
		this.availability = availability;
		this.cold = enabled;
	}

	@Override
	public void afterSingletonsInstantiated() {
		ClerkKeySource used = this.keySource.get();
		if (used == null) {
			this.cold = false;
		}
		else if (this.enabled) {
			this.fetching = used.warmUp()
				.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_WAIT)
					.maxBackoff(LONGEST_WAIT)
					.doBeforeRetry((signal) -> warn(used, signal.failure())))
				.subscribe(null, (ex) -> logger.error("Fetching Clerk's keys ended with a failure", ex), this::warm);
		}
	}

	private void warn(ClerkKeySource used, Throwable failure) {
		// Without a cause nothing was fetched: a token had tried a moment before
		this.reason = (failure.getCause() != null || this.reason == null) ? KeyFailure.describe(failure) : this.reason;
		logger.warn("Clerk's keys could not be fetched from %s: %s. The application is not ready, and tries again"
			.formatted(used, this.reason));
	}

	private synchronized void warm() {
		this.cold = false;
		if (this.refusing) {
			this.refusing = false;
			AvailabilityChangeEvent.publish(this.context, ReadinessState.ACCEPTING_TRAFFIC);
		}
	}

	@Override
	public synchronized void onApplicationEvent(AvailabilityChangeEvent<?> event) {
		if (this.cold && event.getState() == ReadinessState.ACCEPTING_TRAFFIC && isReady()) {
			this.refusing = true;
			AvailabilityChangeEvent.publish(this.context, ReadinessState.REFUSING_TRAFFIC);
		}
	}

	private boolean isReady() {
		return this.availability != null && this.availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
	}

	@Override
	public void destroy() {
		if (this.fetching != null) {
			this.fetching.dispose();
		}
	}

}
