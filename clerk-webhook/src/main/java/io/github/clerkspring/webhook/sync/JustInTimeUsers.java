package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.util.Assert;

import io.github.clerkspring.webhook.event.UserEvent;

/**
 * Stores users on their first request if no webhook has stored them yet. Known users are
 * cached for a limited time.
 */
public final class JustInTimeUsers {

	private final ClerkUserSync sync;

	private final Duration timeToLive;

	private final Executor executor;

	private final Clock clock;

	private final Map<String, Instant> known;

	private final Map<String, CompletableFuture<Boolean>> current = new ConcurrentHashMap<>();

	/**
	 * Create the storage.
	 * @param sync the synchronization
	 * @param maxSize the maximum number of cached users
	 * @param timeToLive the time for which users are cached
	 * @param executor the executor for blocking operations
	 * @param clock the clock
	 */
	public JustInTimeUsers(ClerkUserSync sync, int maxSize, Duration timeToLive, Executor executor, Clock clock) {
		Assert.isTrue(maxSize > 0, "maxSize must be positive");
		this.sync = sync;
		this.timeToLive = timeToLive;
		this.executor = executor;
		this.clock = clock;
		this.known = new Known(maxSize);
	}

	/**
	 * Return whether a user is cached. This method does not block.
	 * @param userId the id of the user
	 * @return whether the user is known to be stored
	 */
	public boolean isKnown(String userId) {
		synchronized (this.known) {
			Instant until = this.known.get(userId);
			return until != null && this.clock.instant().isBefore(until);
		}
	}

	/**
	 * Store a user who is not yet stored. Concurrent requests of the same user share a
	 * single call. This method does not block.
	 * @param userId the id of the user
	 * @return {@code false} if the user was deleted or does not exist
	 */
	public CompletableFuture<Boolean> ensure(String userId) {
		if (isKnown(userId)) {
			return CompletableFuture.completedFuture(true);
		}
		CompletableFuture<Boolean> mine = new CompletableFuture<>();
		CompletableFuture<Boolean> other = this.current.putIfAbsent(userId, mine);
		if (other != null) {
			return other.copy();
		}
		try {
			CompletableFuture.supplyAsync(() -> store(userId), this.executor)
				.whenComplete((stored, failure) -> finish(userId, mine, stored, failure));
		}
		catch (RejectedExecutionException ex) {
			finish(userId, mine, null, ex);
		}
		return mine.copy();
	}

	private boolean store(String userId) {
		boolean stored = this.sync.ensureUser(userId);
		if (stored) {
			synchronized (this.known) {
				this.known.put(userId, this.clock.instant().plus(this.timeToLive));
			}
		}
		return stored;
	}

	private void finish(String userId, CompletableFuture<Boolean> result, @Nullable Boolean stored,
			@Nullable Throwable failure) {
		this.current.remove(userId);
		if (failure != null) {
			result.completeExceptionally(failure);
		}
		else {
			result.complete(Boolean.TRUE.equals(stored));
		}
	}

	/**
	 * Remove a deleted user from the cache.
	 * @param event the event
	 */
	@EventListener
	public void on(UserEvent.Deleted event) {
		synchronized (this.known) {
			this.known.remove(ClerkObjects.required(event.data().id()));
		}
	}

	/**
	 * Cache of the most recently used users.
	 */
	private static final class Known extends LinkedHashMap<String, Instant> {

		private final int maxSize;

		Known(int maxSize) {
			super(16, 0.75f, true);
			this.maxSize = maxSize;
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
			return size() > this.maxSize;
		}

	}

}
