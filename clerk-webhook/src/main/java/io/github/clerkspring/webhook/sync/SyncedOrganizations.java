package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

import io.github.clerkspring.client.organization.Organization;

/**
 * Synchronization of organizations.
 */
final class SyncedOrganizations extends SyncedObjects<Organization> {

	private final List<OrganizationSyncHandler> handlers;

	private final ClerkObjects objects;

	SyncedOrganizations(List<OrganizationSyncHandler> handlers, SyncState state, ClerkObjects objects,
			TransactionOperations transaction) {
		super(SyncType.ORGANIZATION, state, transaction);
		this.handlers = handlers;
		this.objects = objects;
	}

	@Override
	String id(Organization organization) {
		return organization.id();
	}

	@Override
	@Nullable Instant updatedAt(Organization organization) {
		return organization.updatedAt();
	}

	@Override
	void upsert(Organization organization) {
		this.handlers.forEach((handler) -> handler.upsert(organization));
	}

	@Override
	void remove(String organizationId) {
		this.handlers.forEach((handler) -> handler.delete(organizationId));
	}

	@Override
	@Nullable Organization fetch(Organization known) {
		return this.objects.organization(known.id());
	}

	// Store the organization of a membership, or return false if it does not exist
	boolean ensureOrganization(String organizationId) {
		return this.handlers.isEmpty() ? !isDeleted(organizationId)
				: ensure(organizationId, () -> this.objects.organization(organizationId));
	}

}
