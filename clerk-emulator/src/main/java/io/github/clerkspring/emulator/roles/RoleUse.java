package io.github.clerkspring.emulator.roles;

import java.util.Map;

import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The use that organizations make of roles and role sets.
 */
public interface RoleUse {

	/**
	 * Counts the members of organizations with a role set who have a role.
	 * @param tx the transaction
	 * @param setKey the key of the set
	 * @param roleKey the key of the role
	 * @return how many
	 */
	int members(Transaction tx, String setKey, String roleKey);

	/**
	 * Returns whether members of organizations have a role.
	 * @param tx the transaction
	 * @param roleKey the key of the role
	 * @return true if one exists
	 */
	boolean hasMembers(Transaction tx, String roleKey);

	/**
	 * Returns whether pending invitations have a role.
	 * @param tx the transaction
	 * @param roleKey the key of the role
	 * @return true if one exists
	 */
	boolean hasInvitations(Transaction tx, String roleKey);

	/**
	 * Passes the new key of a role to all who have the role.
	 * @param tx the transaction
	 * @param before the key before
	 * @param key the new key
	 */
	void renameRole(Transaction tx, String before, String key);

	/**
	 * Passes the new key of a role set to all organizations that use it.
	 * @param tx the transaction
	 * @param before the key before
	 * @param key the new key
	 */
	void renameSet(Transaction tx, String before, String key);

	/**
	 * Moves all organizations from one set to another.
	 * @param tx the transaction
	 * @param source the current set
	 * @param destination the new set
	 * @param mappings the keys of roles, mapped to the keys of their replacements
	 */
	void move(Transaction tx, Resource source, Resource destination, Map<String, String> mappings);

	/**
	 * Replaces a role in all organizations of a set.
	 * @param tx the transaction
	 * @param set the set
	 * @param key the key of the role to replace
	 * @param replacement the key of the role that replaces it
	 */
	void replace(Transaction tx, Resource set, String key, String replacement);

	/**
	 * The use of roles in an instance.
	 * @param tx the transaction
	 * @return the interface of the organizations
	 */
	static RoleUse of(Transaction tx) {
		return tx.part(RoleUse.class);
	}

}
