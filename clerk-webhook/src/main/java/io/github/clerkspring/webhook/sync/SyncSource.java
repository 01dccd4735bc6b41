package io.github.clerkspring.webhook.sync;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.Page;

/**
 * Source of all objects of a single type, in pages ordered by creation time.
 *
 * @param <T> the type of the objects
 */
abstract class SyncSource<T> {

	static final int PAGE_SIZE = 500;

	static final String ORDER = "+created_at";

	private final SyncedObjects<T> objects;

	SyncSource(SyncedObjects<T> objects) {
		this.objects = objects;
	}

	final SyncType type() {
		return this.objects.type();
	}

	final SyncedObjects<T> objects() {
		return this.objects;
	}

	/**
	 * Return the total number of objects, if the pages do not contain it.
	 * @return the number, or empty
	 */
	Mono<Long> count() {
		return Mono.empty();
	}

	abstract Mono<Page<T>> read(BackfillPosition position);

	/**
	 * Return where to read the page after a position.
	 * @param position the position
	 * @return the position, or an earlier position
	 */
	BackfillPosition start(BackfillPosition position) {
		return position;
	}

	/**
	 * Return an earlier start of a page if there can be objects between the position and
	 * the page.
	 * @param position the position
	 * @param start the start of the page
	 * @param objects the objects of the page
	 * @return an earlier start, or {@code null} if no object is missing
	 */
	@Nullable BackfillPosition earlier(BackfillPosition position, BackfillPosition start, List<T> objects) {
		return null;
	}

	/**
	 * Return the position after a page.
	 * @param start the start of the page
	 * @param objects the objects of the page
	 * @param total the total number of objects
	 * @return the position
	 */
	abstract BackfillPosition next(BackfillPosition start, List<T> objects, long total);

	/**
	 * Determine whether an object exists.
	 * @param id the id of the object
	 * @return whether it exists, or empty if Clerk has no operation for it
	 */
	abstract Mono<Boolean> exists(String id);

}
