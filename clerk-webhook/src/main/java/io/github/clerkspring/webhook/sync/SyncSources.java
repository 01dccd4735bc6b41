package io.github.clerkspring.webhook.sync;

import java.util.ArrayList;
import java.util.List;

import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.organization.InstanceOrganizationMembershipQuery;
import io.github.clerkspring.client.organization.Organization;
import io.github.clerkspring.client.organization.OrganizationMembership;
import io.github.clerkspring.client.organization.OrganizationQuery;

/**
 * Sources of the objects that are synchronized: users, organizations and their
 * memberships, in this order.
 */
final class SyncSources {

	private SyncSources() {
	}

	static List<SyncSource<?>> of(ClerkBackendClient client, ClerkUserSync sync, SyncHandlers handlers) {
		List<SyncSource<?>> sources = new ArrayList<>();
		boolean memberships = !handlers.memberships().isEmpty();
		if (!handlers.users().isEmpty() || memberships) {
			sources.add(new UserSource(client, sync.users()));
		}
		if (!handlers.organizations().isEmpty() || memberships) {
			sources.add(organizations(client, sync.organizations()));
		}
		if (memberships) {
			sources.add(memberships(client, sync.memberships()));
		}
		return List.copyOf(sources);
	}

	private static SyncSource<Organization> organizations(ClerkBackendClient client, SyncedOrganizations objects) {
		return new NumberedSource<>(objects, (offset) -> client.organizations()
			.list(OrganizationQuery.create().orderBy(SyncSource.ORDER).limit(SyncSource.PAGE_SIZE).offset(offset)),
				Organization::createdAt, (id) -> client.organizations().get(id));
	}

	private static SyncSource<OrganizationMembership> memberships(ClerkBackendClient client,
			SyncedMemberships objects) {
		return new NumberedSource<>(objects,
				(offset) -> client.organizationMemberships()
					.listAll(InstanceOrganizationMembershipQuery.create()
						.orderBy(SyncSource.ORDER)
						.limit(SyncSource.PAGE_SIZE)
						.offset(offset)),
				OrganizationMembership::createdAt, (id) -> Mono.empty());
	}

}
