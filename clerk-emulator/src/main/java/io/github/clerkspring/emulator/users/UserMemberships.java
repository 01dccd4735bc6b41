package io.github.clerkspring.emulator.users;

import java.util.Collection;

import io.github.clerkspring.emulator.store.Transaction;

/**
 * Finds users by the organizations that they are members of.
 */
@FunctionalInterface
public interface UserMemberships {

	/**
	 * Finds the members of organizations.
	 * @param tx the transaction
	 * @param organizationIds the ids of the organizations
	 * @return the ids of the users
	 */
	Collection<String> members(Transaction tx, Collection<String> organizationIds);

}
