package io.github.clerkspring.webhook.sync;

import io.github.clerkspring.client.organization.OrganizationMembership;

/**
 * Callback interface for synchronizing data of the application with the memberships of
 * Clerk. The methods are called in a transaction, for one membership at a time across all
 * processes, and never with an older state than before. If a method throws an exception,
 * the transaction is rolled back and Clerk retries the webhook.
 */
public interface MembershipSyncHandler {

	/**
	 * Store the state of a membership, whether or not it is already stored. The same
	 * state can be stored repeatedly.
	 * @param membership the membership
	 */
	void upsert(OrganizationMembership membership);

	/**
	 * Delete a membership, whether or not it is stored. It is not stored again
	 * afterwards.
	 * @param membershipId the id of the membership
	 */
	void delete(String membershipId);

}
