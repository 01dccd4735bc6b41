package io.github.clerkspring.boot.security;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import io.github.clerkspring.security.keys.ClerkKeySource;

/**
 * Fetches the keys at startup, without delaying it: neither the fetch nor the creation of
 * the HTTP client, which the first fetch causes, runs in the starting thread. The
 * application is not ready until the first fetch has succeeded. Later failures do not
 * change its readiness. Keys that the application does not use are not fetched.
 * Implements {@link SmartLifecycle}, so that attempts end before the beans that they use
 * are destroyed.
 */
class KeyWarmUp implements SmartLifecycle, ApplicationListener<AvailabilityChangeEvent<?>> {

	private static final Log logger = LogFactory.getLog(KeyWarmUp.class);

	private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private final Supplier<@Nullable ClerkKeySource> keySource;

	private final ApplicationContext context;

	private final @Nullable ApplicationAvailability availability;

	private final Executor executor;

	private Disposable.@Nullable Swap attempts;

	private @Nullable String reason;

	private volatile boolean running;

	private volatile boolean cold;

	private volatile boolean refusing;

	/**
	 * Create the warm-up.
	 * @param keySource the supplier of the key source, which is {@code null} if the
	 * application does not use it
	 * @param enabled whether to fetch the keys
	 * @param context the publisher of readiness changes
	 * @param availability the readiness, or {@code null} if it is not used. It receives
	 * events before this listener, since it is created first
	 * @param executor the executor that starts the first fetch
	 */
	KeyWarmUp(Supplier<@Nullable ClerkKeySource> keySource, boolean enabled, ApplicationContext context,
			@Nullable ApplicationAvailability availability, Executor executor) {
		this.keySource = keySource;
		this.context = context;
		this.availability = availability;
		this.executor = executor;
		this.cold = enabled;
	}

	@Override
	public void start() {
		this.running = true;
		ClerkKeySource used = this.keySource.get();
		if (used == null || used.state().ready()) {
			this.cold = false;
		}
		else if (this.cold) {
			Disposable.Swap attempts = Disposables.swap();
			this.attempts = attempts;
			Mono<Void> keys = used.warmUp();
			this.executor.execute(() -> {
				if (!attempts.isDisposed()) {
					attempts.update(fetch(used, keys));
				}
			});
		}
	}

	private Disposable fetch(ClerkKeySource used, Mono<Void> keys) {
		return keys
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_WAIT)
				.maxBackoff(LONGEST_WAIT)
				.doBeforeRetry((signal) -> inform(used, signal.failure())))
			.subscribe(null, (ex) -> logger.error("Fetching Clerk's keys ended with a failure", ex), this::warm);
	}

	// Not a warning, since the key source warns of the failure and this line states the
	// consequence
	private void inform(ClerkKeySource used, Throwable failure) {
		// Without a cause no fetch was made, since a token had just triggered one
		String newest = (failure.getCause() != null || this.reason == null) ? KeyFailure.describe(failure)
				: this.reason;
		if (!newest.equals(this.reason)) {
			logger.info("The application is not ready: Clerk's keys could not be fetched from %s: %s. ".formatted(used,
					newest) + "Further attempts follow");
		}
		this.reason = newest;
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
	public void stop() {
		this.running = false;
		if (this.attempts != null) {
			this.attempts.dispose();
		}
	}

	// Before the web server starts
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
