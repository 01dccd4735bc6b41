package io.github.clerkspring.webhook.inbox;

/**
 * Number of deliveries in an {@link Inbox}.
 *
 * @param pending how many are accepted and not yet handled
 * @param handled how many are handled and still remembered
 * @param dead how many dead letters there are
 * @param dropped how many dead letters were dropped and are still remembered
 */
public record InboxSize(long pending, long handled, long dead, long dropped) {

	/**
	 * Return the number of all deliveries.
	 * @return the sum
	 */
	public long total() {
		return this.pending + this.handled + this.dead + this.dropped;
	}

}
