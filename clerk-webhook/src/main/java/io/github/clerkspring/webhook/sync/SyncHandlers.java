package io.github.clerkspring.webhook.sync;

import java.util.List;

/**
 * Handlers of the application, in order.
 *
 * @param users the handlers of users
 * @param organizations the handlers of organizations
 * @param memberships the handlers of memberships
 */
public record SyncHandlers(List<UserSyncHandler> users, List<OrganizationSyncHandler> organizations,
		List<MembershipSyncHandler> memberships) {

	public SyncHandlers {
		users = List.copyOf(users);
		organizations = List.copyOf(organizations);
		memberships = List.copyOf(memberships);
	}

}
