package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.Page;

/**
 * Source of objects whose pages start after a number of objects. Since a deletion shifts
 * the following objects to previous pages, a page overlaps with the previous page. If its
 * first object is not older than the last object of the previous page, it is read again
 * with a larger overlap.
 *
 * @param <T> the type of the objects
 */
final class NumberedSource<T> extends SyncSource<T> {

	private static final int OVERLAP = 10;

	/** Overlap from which on objects with the same creation time are not read again. */
	private static final int MAX_OVERLAP = PAGE_SIZE / 2;

	private final Function<Integer, Mono<Page<T>>> list;

	private final Function<T, Instant> createdAt;

	private final Function<String, Mono<T>> get;

	/**
	 * Create the source.
	 * @param objects the synchronization of the objects
	 * @param list the function that reads the page after a number of objects
	 * @param createdAt the function that returns the creation time of an object
	 * @param get the function that reads an object, or returns an empty {@code Mono} if
	 * Clerk has no operation for it
	 */
	NumberedSource(SyncedObjects<T> objects, Function<Integer, Mono<Page<T>>> list, Function<T, Instant> createdAt,
			Function<String, Mono<T>> get) {
		super(objects);
		this.list = list;
		this.createdAt = createdAt;
		this.get = get;
	}

	@Override
	Mono<Page<T>> read(BackfillPosition position) {
		return this.list.apply(position.offset());
	}

	@Override
	BackfillPosition start(BackfillPosition position) {
		return position.back(OVERLAP);
	}

	@Override
	@Nullable BackfillPosition earlier(BackfillPosition position, BackfillPosition start, List<T> objects) {
		int overlap = position.offset() - start.offset();
		if (start.offset() == 0 || (!objects.isEmpty() && isContiguous(position, objects.get(0), overlap))) {
			return null;
		}
		return position.back(2 * overlap);
	}

	private boolean isContiguous(BackfillPosition position, T first, int overlap) {
		long createdAt = this.createdAt.apply(first).toEpochMilli();
		return createdAt < position.createdAt() || (createdAt == position.createdAt() && overlap >= MAX_OVERLAP);
	}

	@Override
	BackfillPosition next(BackfillPosition start, List<T> objects, long total) {
		int offset = start.offset() + objects.size();
		long createdAt = objects.isEmpty() ? start.createdAt()
				: this.createdAt.apply(objects.get(objects.size() - 1)).toEpochMilli();
		return new BackfillPosition(createdAt, offset, offset, total, objects.size() < PAGE_SIZE);
	}

	@Override
	Mono<Boolean> exists(String id) {
		return this.get.apply(id).map((object) -> true).onErrorReturn(ClerkApiException.NotFound.class, false);
	}

}
