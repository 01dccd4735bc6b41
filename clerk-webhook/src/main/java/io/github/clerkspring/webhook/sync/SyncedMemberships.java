package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

import io.github.clerkspring.client.organization.OrganizationMembership;

/**
 * Synchronization of memberships, each of which has a user and an organization.
 */
final class SyncedMemberships extends SyncedObjects<OrganizationMembership> {

	private final List<MembershipSyncHandler> handlers;

	private final ClerkObjects objects;

	private final SyncedUsers users;

	private final SyncedOrganizations organizations;

	SyncedMemberships(List<MembershipSyncHandler> handlers, SyncState state, ClerkObjects objects,
			TransactionOperations transaction, SyncedUsers users, SyncedOrganizations organizations) {
		super(SyncType.MEMBERSHIP, state, transaction);
		this.handlers = handlers;
		this.objects = objects;
		this.users = users;
		this.organizations = organizations;
	}

	@Override
	boolean ensureParents(OrganizationMembership membership) {
		String userId = userId(membership);
		return userId != null && (this.handlers.isEmpty() || (this.users.ensureUser(userId)
				&& this.organizations.ensureOrganization(membership.organization().id())));
	}

	@Override
	String id(OrganizationMembership membership) {
		return membership.id();
	}

	@Override
	@Nullable Instant updatedAt(OrganizationMembership membership) {
		return membership.updatedAt();
	}

	@Override
	void upsert(OrganizationMembership membership) {
		this.handlers.forEach((handler) -> handler.upsert(membership));
	}

	@Override
	void remove(String membershipId) {
		this.handlers.forEach((handler) -> handler.delete(membershipId));
	}

	@Override
	@Nullable OrganizationMembership fetch(OrganizationMembership known) {
		return this.objects.membership(known, ClerkObjects.required(userId(known)));
	}

	// Whether the handlers require a user that the membership does not have
	boolean lacksUser(OrganizationMembership membership) {
		return !this.handlers.isEmpty() && userId(membership) == null;
	}

	static @Nullable String userId(OrganizationMembership membership) {
		OrganizationMembership.PublicUserData user = membership.publicUserData();
		return (user != null) ? user.userId() : null;
	}

}
