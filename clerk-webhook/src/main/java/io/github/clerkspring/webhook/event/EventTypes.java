package io.github.clerkspring.webhook.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

import io.github.clerkspring.client.access.WaitlistEntry;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.organization.Organization;
import io.github.clerkspring.client.organization.OrganizationDomain;
import io.github.clerkspring.client.organization.OrganizationMembership;
import io.github.clerkspring.client.role.OrganizationPermission;
import io.github.clerkspring.client.role.OrganizationRole;
import io.github.clerkspring.client.user.User;

/**
 * Types of events, from Clerk's specification and from Clerk's SDK.
 */
public final class EventTypes {

	private static final Map<String, EventBinding> BINDINGS = bindings();

	private static final List<JsonPointer> ID = List.of(JsonPointer.compile("/id"));

	private static final List<JsonPointer> MEMBERSHIP_IDS = List.of(JsonPointer.compile("/id"),
			JsonPointer.compile("/role"), JsonPointer.compile("/organization/id"));

	private static final JsonPointer MEMBERSHIP_USER = JsonPointer.compile("/public_user_data/user_id");

	private static final Set<String> MEMBERSHIPS = Set.of("organizationMembership.created",
			"organizationMembership.updated");

	private EventTypes() {
	}

	private static Map<String, EventBinding> bindings() {
		Map<String, EventBinding> bindings = new LinkedHashMap<>();
		bindings.put("user.created", EventBinding.of(User.class, UserEvent.Created::new));
		bindings.put("user.updated", EventBinding.of(User.class, UserEvent.Updated::new));
		bindings.put("user.deleted", EventBinding.of(DeletedObject.class, UserEvent.Deleted::new));
		bindings.put("session.created", EventBinding.ofSession(SessionEvent.Created::new));
		bindings.put("session.pending", EventBinding.ofSession(SessionEvent.Pending::new));
		bindings.put("session.ended", EventBinding.ofSession(SessionEvent.Ended::new));
		bindings.put("session.removed", EventBinding.ofSession(SessionEvent.Removed::new));
		bindings.put("session.revoked", EventBinding.ofSession(SessionEvent.Revoked::new));
		bindings.put("organization.created", EventBinding.of(Organization.class, OrganizationEvent.Created::new));
		bindings.put("organization.updated", EventBinding.of(Organization.class, OrganizationEvent.Updated::new));
		bindings.put("organization.deleted", EventBinding.of(DeletedObject.class, OrganizationEvent.Deleted::new));
		bindings.put("organizationDomain.created",
				EventBinding.of(OrganizationDomain.class, OrganizationDomainEvent.Created::new));
		bindings.put("organizationDomain.updated",
				EventBinding.of(OrganizationDomain.class, OrganizationDomainEvent.Updated::new));
		bindings.put("organizationDomain.deleted",
				EventBinding.of(DeletedObject.class, OrganizationDomainEvent.Deleted::new));
		bindings.put("organizationMembership.created",
				EventBinding.of(OrganizationMembership.class, OrganizationMembershipEvent.Created::new));
		bindings.put("organizationMembership.updated",
				EventBinding.of(OrganizationMembership.class, OrganizationMembershipEvent.Updated::new));
		bindings.put("organizationMembership.deleted",
				EventBinding.of(OrganizationMembership.class, OrganizationMembershipEvent.Deleted::new));
		bindings.put("organizationInvitation.created",
				EventBinding.ofInvitation(OrganizationInvitationEvent.Created::new));
		bindings.put("organizationInvitation.accepted",
				EventBinding.ofAcceptedInvitation(OrganizationInvitationEvent.Accepted::new));
		bindings.put("organizationInvitation.revoked",
				EventBinding.ofInvitation(OrganizationInvitationEvent.Revoked::new));
		bindings.put("role.created", EventBinding.of(OrganizationRole.class, RoleEvent.Created::new));
		bindings.put("role.updated", EventBinding.of(OrganizationRole.class, RoleEvent.Updated::new));
		bindings.put("role.deleted", EventBinding.of(DeletedObject.class, RoleEvent.Deleted::new));
		bindings.put("permission.created", EventBinding.of(OrganizationPermission.class, PermissionEvent.Created::new));
		bindings.put("permission.updated", EventBinding.of(OrganizationPermission.class, PermissionEvent.Updated::new));
		bindings.put("permission.deleted", EventBinding.of(DeletedObject.class, PermissionEvent.Deleted::new));
		bindings.put("email.created", EventBinding.of(EmailMessage.class, EmailEvent.Created::new));
		bindings.put("sms.created", EventBinding.of(SmsMessage.class, SmsEvent.Created::new));
		bindings.put("waitlistEntry.created", EventBinding.of(WaitlistEntry.class, WaitlistEntryEvent.Created::new));
		bindings.put("waitlistEntry.updated", EventBinding.of(WaitlistEntry.class, WaitlistEntryEvent.Updated::new));
		bindings.put("paymentAttempt.created", EventBinding.of(PaymentAttempt.class, PaymentAttemptEvent.Created::new));
		bindings.put("paymentAttempt.updated", EventBinding.of(PaymentAttempt.class, PaymentAttemptEvent.Updated::new));
		bindings.put("subscription.created", EventBinding.of(Subscription.class, SubscriptionEvent.Created::new));
		bindings.put("subscription.updated", EventBinding.of(Subscription.class, SubscriptionEvent.Updated::new));
		bindings.put("subscription.active", EventBinding.of(Subscription.class, SubscriptionEvent.Active::new));
		bindings.put("subscription.pastDue", EventBinding.of(Subscription.class, SubscriptionEvent.PastDue::new));
		bindings.put("subscriptionItem.created",
				EventBinding.of(SubscriptionItem.class, SubscriptionItemEvent.Created::new));
		bindings.put("subscriptionItem.updated",
				EventBinding.of(SubscriptionItem.class, SubscriptionItemEvent.Updated::new));
		bindings.put("subscriptionItem.active",
				EventBinding.of(SubscriptionItem.class, SubscriptionItemEvent.Active::new));
		bindings.put("subscriptionItem.canceled",
				EventBinding.of(SubscriptionItem.class, SubscriptionItemEvent.Canceled::new));
		bindings.put("subscriptionItem.upcoming",
				EventBinding.of(SubscriptionItem.class, SubscriptionItemEvent.Upcoming::new));
		bindings.put("subscriptionItem.ended",
				EventBinding.of(SubscriptionItem.class, SubscriptionItemEvent.Ended::new));
		bindings.put("subscriptionItem.abandoned",
				EventBinding.of(SubscriptionItem.class, SubscriptionItemEvent.Abandoned::new));
		bindings.put("subscriptionItem.incomplete",
				EventBinding.of(SubscriptionItem.class, SubscriptionItemEvent.Incomplete::new));
		bindings.put("subscriptionItem.pastDue",
				EventBinding.of(SubscriptionItem.class, SubscriptionItemEvent.PastDue::new));
		bindings.put("subscriptionItem.freeTrialEnding",
				EventBinding.of(SubscriptionItem.class, SubscriptionItemEvent.FreeTrialEnding::new));
		return Collections.unmodifiableMap(bindings);
	}

	/**
	 * Return the types with an event class. All other types are read as
	 * {@link UnknownEvent}.
	 * @return the types, by family
	 */
	public static Set<String> known() {
		return BINDINGS.keySet();
	}

	/**
	 * Return the locations of the ids in the data that every event of a type has. Without
	 * them, an event does not tell what has changed.
	 * @param type the known type
	 * @return the locations, including those of names that are used as ids
	 */
	static List<JsonPointer> requiredIds(String type) {
		return MEMBERSHIPS.contains(type) ? MEMBERSHIP_IDS : ID;
	}

	/**
	 * Return the locations of further ids, which are valid if they are present.
	 * @param type the known type
	 * @return the locations
	 */
	static Stream<JsonPointer> optionalIds(String type) {
		return MEMBERSHIPS.contains(type) ? Stream.of(MEMBERSHIP_USER) : Stream.empty();
	}

	static @Nullable EventBinding binding(String type) {
		return BINDINGS.get(type);
	}

}
