package io.github.clerkspring.webhook.sync;

/**
 * Progress of a back-fill.
 *
 * @param type the type of the objects
 * @param done the number of stored objects
 * @param total the total number of objects
 * @param finished whether all objects are stored
 */
public record BackfillProgress(SyncType type, long done, long total, boolean finished) {

	/**
	 * Return the fraction of the objects that is stored.
	 * @return a number from 0 to 1
	 */
	public double share() {
		return (this.finished) ? 1 : Math.min(1, this.done / (double) Math.max(1, this.total));
	}

}
