package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

import io.github.clerkspring.client.user.User;

/**
 * Synchronization of users.
 */
final class SyncedUsers extends SyncedObjects<User> {

	private final List<UserSyncHandler> handlers;

	private final ClerkObjects objects;

	SyncedUsers(List<UserSyncHandler> handlers, SyncState state, ClerkObjects objects,
			TransactionOperations transaction) {
		super(SyncType.USER, state, transaction);
		this.handlers = handlers;
		this.objects = objects;
	}

	@Override
	String id(User user) {
		return user.id();
	}

	@Override
	@Nullable Instant updatedAt(User user) {
		return user.updatedAt();
	}

	@Override
	void upsert(User user) {
		this.handlers.forEach((handler) -> handler.upsert(user));
	}

	@Override
	void remove(String userId) {
		this.handlers.forEach((handler) -> handler.delete(userId));
	}

	@Override
	@Nullable User fetch(User known) {
		return this.objects.user(known.id());
	}

	// Store the user of a membership, or return false if it does not exist
	boolean ensureUser(String userId) {
		return this.handlers.isEmpty() ? !isDeleted(userId) : ensure(userId, () -> this.objects.user(userId));
	}

}
