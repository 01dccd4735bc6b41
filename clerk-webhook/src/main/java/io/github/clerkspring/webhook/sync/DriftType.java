package io.github.clerkspring.webhook.sync;

/**
 * Type of difference between Clerk and the stored state.
 */
public enum DriftType {

	/** An object of Clerk that is not stored. */
	MISSING,

	/** An object that is stored in an older state. */
	STALE,

	/** A stored object that does not exist at Clerk. */
	LEFT_OVER

}
