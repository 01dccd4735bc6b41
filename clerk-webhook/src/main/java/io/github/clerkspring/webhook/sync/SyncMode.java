package io.github.clerkspring.webhook.sync;

/**
 * Source of the state that is stored for an event.
 */
public enum SyncMode {

	/** The state in the event. */
	EVENT,

	/**
	 * The state returned by Clerk when the event is handled. Events older than the stored
	 * state are skipped, so that several events of an object require a single read.
	 */
	REFETCH

}
