package io.github.clerkspring.webhook.inbox;

/**
 * Number of deliveries in an {@link Inbox}.
 *
 * @param pending the number of accepted deliveries that are not yet handled
 * @param handled the number of handled deliveries
 * @param dead the number of dead letters
 * @param dropped the number of dropped dead letters
 */
public record InboxSize(long pending, long handled, long dead, long dropped) {

	/**
	 * Return the total number of deliveries.
	 * @return the total
	 */
	public long total() {
		return this.pending + this.handled + this.dead + this.dropped;
	}

}
