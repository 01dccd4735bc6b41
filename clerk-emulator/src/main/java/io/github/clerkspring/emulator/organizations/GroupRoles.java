package io.github.clerkspring.emulator.organizations;

import java.util.Map;

import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Changes the roles of directory groups.
 */
@FunctionalInterface
public interface GroupRoles {

	/**
	 * Replaces roles of the groups of an organization.
	 * @param tx the transaction
	 * @param organization the organization
	 * @param replacements the keys of roles, mapped to the keys of their replacements
	 */
	void reassign(Transaction tx, Resource organization, Map<String, String> replacements);

}
