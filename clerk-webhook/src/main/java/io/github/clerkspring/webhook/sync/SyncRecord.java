package io.github.clerkspring.webhook.sync;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * State of the synchronization of an object.
 *
 * @param updatedAt the time of the last update of the stored state in Clerk, or
 * {@code null} if the object was never stored
 * @param deleted whether the object was deleted in Clerk
 */
public record SyncRecord(@Nullable Instant updatedAt, boolean deleted) {

	/** Record of an object that was never stored. */
	public static final SyncRecord UNKNOWN = new SyncRecord(null, false);

	/**
	 * Return whether the object was never stored.
	 * @return whether the object is unknown
	 */
	public boolean isUnknown() {
		return this.updatedAt == null && !this.deleted;
	}

	/**
	 * Return whether the stored state is older than another.
	 * @param time the time of the other state
	 * @return whether the stored state is older
	 */
	boolean isBefore(Instant time) {
		return !this.deleted && (this.updatedAt == null || this.updatedAt.isBefore(time));
	}

	/**
	 * Return whether the stored state is older than or as old as another.
	 * @param time the time of the other state
	 * @return whether the stored state is not newer
	 */
	boolean isNotAfter(Instant time) {
		return !this.deleted && (this.updatedAt == null || !this.updatedAt.isAfter(time));
	}

}
