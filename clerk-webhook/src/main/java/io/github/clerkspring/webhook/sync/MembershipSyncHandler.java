package io.github.clerkspring.webhook.sync;

import io.github.clerkspring.client.organization.OrganizationMembership;

/**
 * Keeps the application's own data of memberships in step with Clerk. The methods are
 * called in a transaction, for one membership at a time across all processes, and never
 * with an older state than before. If a method throws an exception, the transaction is
 * rolled back and Clerk repeats the webhook.
 */
public interface MembershipSyncHandler {

	/**
	 * Store the state of a membership, whether it is known or not. The same state may be
	 * stored again.
	 * @param membership the membership
	 */
	void upsert(OrganizationMembership membership);

	/**
	 * Delete a membership. It is not stored again after this. It may not be known.
	 * @param membershipId the id of the membership
	 */
	void delete(String membershipId);

}
