package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.Page;

/**
 * Objects of one type, page by page in the order of creation.
 *
 * @param <T> the type
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

	// The time that a page can begin after, or null if pages are counted
	@Nullable Instant createdAt(T object) {
		return null;
	}

	/**
	 * Return where the next page begins. A page begins after a time, not after an object
	 * or a number of them, so that objects which are deleted meanwhile move nothing.
	 * @param position the position of the page
	 * @param objects the objects of the page
	 * @param total how many objects there are
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
