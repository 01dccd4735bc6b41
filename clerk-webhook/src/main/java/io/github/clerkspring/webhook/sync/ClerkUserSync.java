package io.github.clerkspring.webhook.sync;

import java.time.Duration;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionOperations;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.organization.Organization;
import io.github.clerkspring.client.organization.OrganizationMembership;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.webhook.event.OrganizationEvent;
import io.github.clerkspring.webhook.event.OrganizationMembershipEvent;
import io.github.clerkspring.webhook.event.UnreadableEventException;
import io.github.clerkspring.webhook.event.UserEvent;

/**
 * Calls the {@link SyncHandlers handlers} for every user, organization and membership
 * that is created, updated or deleted in Clerk, in a consistent order independent of the
 * order of webhooks: older states are skipped, deleted objects are not created again, and
 * memberships are stored after their user and organization.
 */
public final class ClerkUserSync {

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(8);

	private final SyncedUsers users;

	private final SyncedOrganizations organizations;

	private final SyncedMemberships memberships;

	private final TransactionOperations transaction;

	private final SyncMode mode;

	/**
	 * Create the synchronization.
	 * @param handlers the handlers of the application
	 * @param state the state of the synchronization
	 * @param client the client for reading objects that are missing in an event
	 * @param transaction the transactions, which participate in the transaction of the
	 * inbox
	 * @param mode the source of the state that is stored for an event
	 */
	public ClerkUserSync(SyncHandlers handlers, SyncState state, ClerkBackendClient client,
			TransactionOperations transaction, SyncMode mode) {
		ClerkObjects objects = new ClerkObjects(client, READ_TIMEOUT);
		this.users = new SyncedUsers(handlers.users(), state, objects, transaction);
		this.organizations = new SyncedOrganizations(handlers.organizations(), state, objects, transaction);
		this.memberships = new SyncedMemberships(handlers.memberships(), state, objects, transaction, this.users,
				this.organizations);
		this.transaction = transaction;
		this.mode = mode;
	}

	/**
	 * Handle an event of a user, before the listeners of the application.
	 * @param event the event
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public void on(UserEvent event) {
		if (event instanceof UserEvent.Created created) {
			this.users.changed(created.data(), this.mode);
		}
		else if (event instanceof UserEvent.Updated updated) {
			this.users.changed(updated.data(), this.mode);
		}
		else if (event instanceof UserEvent.Deleted deleted) {
			this.users.delete(ClerkObjects.required(deleted.data().id()));
		}
	}

	/**
	 * Handle an event of an organization, before the listeners of the application.
	 * @param event the event
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public void on(OrganizationEvent event) {
		if (event instanceof OrganizationEvent.Created created) {
			this.organizations.changed(created.data(), this.mode);
		}
		else if (event instanceof OrganizationEvent.Updated updated) {
			this.organizations.changed(updated.data(), this.mode);
		}
		else if (event instanceof OrganizationEvent.Deleted deleted) {
			this.organizations.delete(ClerkObjects.required(deleted.data().id()));
		}
	}

	/**
	 * Handle an event of a membership, before the listeners of the application.
	 * @param event the event
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public void on(OrganizationMembershipEvent event) {
		if (event instanceof OrganizationMembershipEvent.Created created) {
			changed(event, created.data());
		}
		else if (event instanceof OrganizationMembershipEvent.Updated updated) {
			changed(event, updated.data());
		}
		else if (event instanceof OrganizationMembershipEvent.Deleted deleted) {
			this.memberships.delete(deleted.data().id());
		}
	}

	private void changed(OrganizationMembershipEvent event, OrganizationMembership membership) {
		if (this.memberships.lacksUser(membership)) {
			throw new UnreadableEventException(event.envelope(), "data.public_user_data.user_id is missing");
		}
		this.memberships.changed(membership, this.mode);
	}

	/**
	 * Store a user that was read from Clerk.
	 * @param user the user
	 */
	public void store(User user) {
		this.users.store(user);
	}

	/**
	 * Store an organization that was read from Clerk.
	 * @param organization the organization
	 */
	public void store(Organization organization) {
		this.organizations.store(organization);
	}

	/**
	 * Store a membership that was read from Clerk.
	 * @param membership the membership
	 */
	public void store(OrganizationMembership membership) {
		this.memberships.store(membership);
	}

	/**
	 * Store a user who is not yet stored, in the state returned by Clerk. Concurrent
	 * calls for the same user wait, in all processes.
	 * @param userId the id of the user
	 * @return {@code false} if the user was deleted or does not exist
	 */
	public boolean ensureUser(String userId) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.users.ensureUser(userId)));
	}

	TransactionOperations transaction() {
		return this.transaction;
	}

	SyncedUsers users() {
		return this.users;
	}

	SyncedOrganizations organizations() {
		return this.organizations;
	}

	SyncedMemberships memberships() {
		return this.memberships;
	}

}
