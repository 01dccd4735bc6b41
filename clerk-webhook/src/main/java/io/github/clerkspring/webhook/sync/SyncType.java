package io.github.clerkspring.webhook.sync;

/**
 * Type of a synchronized object.
 */
public enum SyncType {

	/** User. */
	USER,

	/** Organization. */
	ORGANIZATION,

	/** Membership of a user in an organization. */
	MEMBERSHIP

}
