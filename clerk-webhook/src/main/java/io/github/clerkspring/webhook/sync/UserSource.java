package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.List;

import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.client.user.UserQuery;

/**
 * Source of users. Pages start after a time instead of after an object or a number of
 * objects, so that the deletion of users does not shift them.
 */
final class UserSource extends SyncSource<User> {

	private final ClerkBackendClient client;

	UserSource(ClerkBackendClient client, SyncedUsers users) {
		super(users);
		this.client = client;
	}

	@Override
	Mono<Long> count() {
		return this.client.users().count(UserQuery.create()).map((count) -> (long) count.totalCount());
	}

	@Override
	Mono<Page<User>> read(BackfillPosition position) {
		UserQuery query = UserQuery.create().orderBy(ORDER).limit(PAGE_SIZE).offset(position.offset());
		return this.client.users()
			.list((position.createdAt() > 0) ? query.createdAtAfter(Instant.ofEpochMilli(position.createdAt() - 1))
					: query);
	}

	@Override
	BackfillPosition next(BackfillPosition start, List<User> users, long total) {
		Instant last = users.isEmpty() ? null : users.get(users.size() - 1).createdAt();
		boolean later = last != null && last.toEpochMilli() > start.createdAt();
		long done = Math.min(start.done() + users.size(), Math.max(total, start.done()));
		return new BackfillPosition((later && last != null) ? last.toEpochMilli() : start.createdAt(),
				(later) ? 0 : start.offset() + users.size(), done, total, users.size() < PAGE_SIZE);
	}

	@Override
	Mono<Boolean> exists(String userId) {
		return this.client.users()
			.get(userId)
			.map((user) -> true)
			.onErrorReturn(ClerkApiException.NotFound.class, false);
	}

}
