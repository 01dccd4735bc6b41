package io.github.clerkspring.webhook.sync;

/**
 * What is stored when an event arrives.
 */
public enum SyncMode {

	/** The state that the event contains. */
	EVENT,

	/**
	 * The state that Clerk returns when the event is handled. Events that happened before
	 * that state are skipped, so that many events of one object need one read.
	 */
	REFETCH

}
