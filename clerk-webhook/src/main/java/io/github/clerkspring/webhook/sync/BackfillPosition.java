package io.github.clerkspring.webhook.sync;

/**
 * Position of a back-fill of objects of a single type.
 *
 * @param createdAt the creation time of the last object in milliseconds since the epoch,
 * or 0
 * @param offset the number of objects to skip after that time
 * @param done the number of stored objects
 * @param total the total number of objects at the last request
 * @param finished whether all objects are stored
 */
record BackfillPosition(long createdAt, int offset, long done, long total, boolean finished) {

	static final BackfillPosition START = new BackfillPosition(0, 0, 0, 0, false);

	BackfillPosition back(int objects) {
		return new BackfillPosition(this.createdAt, Math.max(0, this.offset - objects), this.done, this.total,
				this.finished);
	}

}
