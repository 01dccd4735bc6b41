package io.github.clerkspring.webhook.sync;

import io.github.clerkspring.client.organization.Organization;

/**
 * Callback interface for synchronizing data of the application with the organizations of
 * Clerk. The methods are called in a transaction, for one organization at a time across
 * all processes, and never with an older state than before. If a method throws an
 * exception, the transaction is rolled back and Clerk retries the webhook.
 */
public interface OrganizationSyncHandler {

	/**
	 * Store the state of an organization, whether or not it is already stored. The same
	 * state can be stored repeatedly.
	 * @param organization the organization
	 */
	void upsert(Organization organization);

	/**
	 * Delete an organization, whether or not it is stored. It is not stored again
	 * afterwards.
	 * @param organizationId the id of the organization
	 */
	void delete(String organizationId);

}
