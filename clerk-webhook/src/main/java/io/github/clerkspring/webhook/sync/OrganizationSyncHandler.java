package io.github.clerkspring.webhook.sync;

import io.github.clerkspring.client.organization.Organization;

/**
 * Keeps the application's own data of organizations in step with Clerk. The methods are
 * called in a transaction, for one organization at a time across all processes, and never
 * with an older state than before. If a method throws an exception, the transaction is
 * rolled back and Clerk repeats the webhook.
 */
public interface OrganizationSyncHandler {

	/**
	 * Store the state of an organization, whether it is known or not. The same state may
	 * be stored again.
	 * @param organization the organization
	 */
	void upsert(Organization organization);

	/**
	 * Delete an organization. It is not stored again after this. It may not be known.
	 * @param organizationId the id of the organization
	 */
	void delete(String organizationId);

}
