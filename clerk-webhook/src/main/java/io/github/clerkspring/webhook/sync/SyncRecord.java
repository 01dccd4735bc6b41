package io.github.clerkspring.webhook.sync;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an object.
 *
 * @param updatedAt when its stored state was changed at Clerk, or {@code null} if it was
 * never stored
 * @param deleted whether it was deleted at Clerk
 */
public record SyncRecord(@Nullable Instant updatedAt, boolean deleted) {

	/** Of an object that was never stored. */
	public static final SyncRecord UNKNOWN = new SyncRecord(null, false);

	/**
	 * Return whether the object was never stored.
	 * @return whether it is unknown
	 */
	public boolean isUnknown() {
		return this.updatedAt == null && !this.deleted;
	}

	/**
	 * Return whether the stored state is older than another.
	 * @param time the time of the other state
	 * @return whether it is older
	 */
	boolean isBefore(Instant time) {
		return !this.deleted && (this.updatedAt == null || this.updatedAt.isBefore(time));
	}

	/**
	 * Return whether the stored state is older than another, or of the same time.
	 * @param time the time of the other state
	 * @return whether it is not newer
	 */
	boolean isNotAfter(Instant time) {
		return !this.deleted && (this.updatedAt == null || !this.updatedAt.isAfter(time));
	}

}
