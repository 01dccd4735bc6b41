package io.github.clerkspring.webhook.sync;

/**
 * Type of an object that is kept in step.
 */
public enum SyncType {

	/** User. */
	USER,

	/** Organization. */
	ORGANIZATION,

	/** Membership of a user in an organization. */
	MEMBERSHIP

}
