package io.github.clerkspring.webhook.sync;

/**
 * Progress of a back-fill.
 *
 * @param type the type of the objects
 * @param done how many objects were stored
 * @param total how many objects there are
 * @param finished whether all are stored
 */
public record BackfillProgress(SyncType type, long done, long total, boolean finished) {

	/**
	 * Return the share that is stored.
	 * @return a number from 0 to 1
	 */
	public double share() {
		return (this.finished) ? 1 : Math.min(1, this.done / (double) Math.max(1, this.total));
	}

}
