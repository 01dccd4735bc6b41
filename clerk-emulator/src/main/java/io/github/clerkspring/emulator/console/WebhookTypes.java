package io.github.clerkspring.emulator.console;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The types of Clerk's webhooks with their resources.
 */
final class WebhookTypes {

	private static final Map<String, String> TYPES = new LinkedHashMap<>();
	static {
		add("users", "user", "created", "updated", "deleted");
		add("sessions", "session", "created", "pending", "ended", "removed", "revoked");
		add("organizations", "organization", "created", "updated", "deleted");
		add("organization_memberships", "organizationMembership", "created", "updated", "deleted");
		add("organization_invitations", "organizationInvitation", "created", "accepted", "revoked");
		add("", "organizationDomain", "created", "updated", "deleted");
		add("organization_roles", "role", "created", "updated", "deleted");
		add("organization_permissions", "permission", "created", "updated", "deleted");
		add("waitlist_entries", "waitlistEntry", "created", "updated");
		add("", "email", "created");
		add("", "sms", "created");
		add("", "subscription", "created", "updated", "active", "pastDue");
		add("", "subscriptionItem", "created", "updated", "active", "canceled", "ended", "abandoned", "incomplete",
				"pastDue", "upcoming", "freeTrialEnding");
		add("", "paymentAttempt", "created", "updated");
	}

	private WebhookTypes() {
	}

	private static void add(String resources, String family, String... events) {
		for (String event : events) {
			TYPES.put(family + "." + event, resources);
		}
	}

	/**
	 * All types.
	 * @return the types, without descriptions
	 */
	static Map<String, String> all() {
		Map<String, String> all = new LinkedHashMap<>();
		TYPES.keySet().forEach((type) -> all.put(type, ""));
		return all;
	}

	/**
	 * Returns the path of the resources of a type.
	 * @param type the type
	 * @return the path below {@code /v1}, empty if there is none
	 */
	static String resources(String type) {
		return TYPES.getOrDefault(type, "");
	}

}
