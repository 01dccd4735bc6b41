package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.Page;

/**
 * Source of objects of a single type, in pages ordered by creation time.
 *
 * @param <T> the type of the objects
 */
abstract class BackfillSource<T> {

	static final int PAGE_SIZE = 500;

	static final String ORDER = "+created_at";

	private final SyncType type;

	BackfillSource(SyncType type) {
		this.type = type;
	}

	final SyncType type() {
		return this.type;
	}

	abstract Mono<Long> count();

	abstract Mono<Page<T>> read(BackfillPosition position);

	abstract void store(T object);

	// Time after which a page starts, or null if the source is paged by number
	@Nullable Instant createdAt(T object) {
		return null;
	}

	/**
	 * Return the start of the next page. Pages start after a time instead of after an
	 * object or a number of objects, so that the deletion of objects does not shift them.
	 * @param position the position of the current page
	 * @param objects the objects of the current page
	 * @param total the total number of objects
	 * @return the position of the next page
	 */
	final BackfillPosition next(BackfillPosition position, List<T> objects, long total) {
		boolean finished = objects.size() < PAGE_SIZE;
		Instant last = objects.isEmpty() ? null : createdAt(objects.get(objects.size() - 1));
		boolean later = last != null && last.toEpochMilli() > position.createdAt();
		long done = Math.min(position.done() + objects.size(), Math.max(total, position.done()));
		return new BackfillPosition((later && last != null) ? last.toEpochMilli() : position.createdAt(),
				(later) ? 0 : position.offset() + objects.size(), done, total, finished);
	}

}
