package io.github.clerkspring.webhook.sync;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

import io.github.clerkspring.webhook.event.UserEvent;

/**
 * Stores users on their first request if no webhook has stored them yet. Known users are
 * cached for a limited time.
 */
public final class JustInTimeUsers {

	private final ClerkUserSync sync;

	private final Executor executor;

	// The ids of stored users, and of users that are being stored
	private final AsyncCache<String, Boolean> known;

	/**
	 * Create the storage.
	 * @param sync the synchronization
	 * @param maxSize the maximum number of cached users
	 * @param timeToLive the time for which users are cached
	 * @param executor the executor for blocking operations
	 */
	public JustInTimeUsers(ClerkUserSync sync, int maxSize, Duration timeToLive, Executor executor) {
		this(sync, maxSize, timeToLive, executor, Ticker.systemTicker());
	}

	JustInTimeUsers(ClerkUserSync sync, int maxSize, Duration timeToLive, Executor executor, Ticker ticker) {
		Assert.isTrue(maxSize > 0, "maxSize must be positive");
		this.sync = sync;
		this.executor = executor;
		this.known = Caffeine.newBuilder()
			.maximumSize(maxSize)
			.expireAfterWrite(timeToLive)
			.ticker(ticker)
			.executor(Runnable::run)
			.buildAsync();
	}

	/**
	 * Return whether a user is cached. This method does not block.
	 * @param userId the id of the user
	 * @return whether the user is known to be stored
	 */
	public boolean isKnown(String userId) {
		return this.known.synchronous().getIfPresent(userId) != null;
	}

	/**
	 * Store a user who is not yet stored. Concurrent requests of the same user share a
	 * single call. This method does not block.
	 * @param userId the id of the user
	 * @return {@code false} if the user was deleted or does not exist
	 */
	public CompletableFuture<Boolean> ensure(String userId) {
		try {
			CompletableFuture<Boolean> result = this.known.get(userId, (id, executor) -> store(id));
			return result.whenComplete((stored, failure) -> forgetUnlessStored(userId, result, stored))
				.thenApply(Boolean.TRUE::equals);
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	// Caffeine does not cache failures and null, but may remove them after the callers
	// have received them
	private void forgetUnlessStored(String userId, CompletableFuture<Boolean> result, @Nullable Boolean stored) {
		if (stored == null) {
			this.known.asMap().remove(userId, result);
		}
	}

	private CompletableFuture<Boolean> store(String userId) {
		return CompletableFuture.supplyAsync(() -> this.sync.ensureUser(userId) ? true : null, this.executor);
	}

	/**
	 * Remove a deleted user from the cache. Until the deletion is committed, requests may
	 * still read the user from the database.
	 * @param event the event
	 */
	@EventListener
	public void on(UserEvent.Deleted event) {
		String userId = ClerkObjects.required(event.data().id());
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCompletion(int status) {
					forget(userId);
				}

			});
		}
		else {
			forget(userId);
		}
	}

	// If the user is being stored, the result is not cached either
	private void forget(String userId) {
		this.known.synchronous().invalidate(userId);
	}

}
