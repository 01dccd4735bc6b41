package io.github.clerkspring.emulator.organizations;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.instance.Tickets;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.templates.SystemEmails;

/**
 * The life of invitations into organizations.
 */
public final class OrganizationInvitations {

	private OrganizationInvitations() {
	}

	/**
	 * Creates an invitation.
	 * @param tx the transaction
	 * @param expiry when it ends, in milliseconds since the epoch
	 * @param redirectUrl where the invited are sent, or null
	 * @param notify whether they get an e-mail
	 * @param values sets the properties
	 * @return the invitation as it is shown
	 */
	static ObjectNode create(Transaction tx, long expiry, @Nullable String redirectUrl, boolean notify,
			Consumer<Draft> values) {
		Resource invitation = tx.create(OrganizationShapes.INVITATION,
				(draft) -> values.accept(draft.set("expires_at", expiry)));
		String ticket = Tickets.issue(tx, OrganizationShapes.INVITATION, invitation.id(), expiry, redirectUrl);
		tx.update(invitation, (draft) -> draft.set("url", Tickets.url(tx, ticket)));
		ObjectNode shown = publish(tx, "created", invitation, event(tx, invitation));
		if (notify) {
			SystemEmails.send(tx, "organization_invitation", invitation.required("email_address"),
					Map.of("action_url", invitation.required("url"), "inviter_name",
							OrganizationView.inviterName(tx, invitation), "org",
							Map.of("name", OrganizationView.owner(tx, invitation).required("name"))));
		}
		return shown;
	}

	/**
	 * Invalidates a pending invitation.
	 * @param tx the transaction
	 * @param invitation the invitation
	 * @return the invitation as it is shown
	 */
	static ObjectNode revoke(Transaction tx, Resource invitation) {
		if (!OrganizationView.status(tx, invitation).equals("pending")) {
			throw ApiException.badRequest("organization_invitation_not_pending",
					"Only pending invitations can be revoked.");
		}
		tx.update(invitation, (draft) -> draft.set("status", "revoked"));
		return publish(tx, "revoked", invitation, event(tx, invitation));
	}

	public static void join(Transaction tx, Resource organization, Resource user, Resource invitation) {
		Memberships.add(tx, null, organization, user, invitation.required("role"),
				(draft) -> draft.set("public_metadata", invitation.object("public_metadata"))
					.set("private_metadata", invitation.object("private_metadata")));
		tx.update(invitation, (draft) -> draft.set("status", "accepted"));
		publish(tx, "accepted", invitation, event(tx, invitation).put("user_id", user.id()));
	}

	private static ObjectNode event(Transaction tx, Resource invitation) {
		ObjectNode data = OrganizationView.invitationWithOrganization(tx, invitation);
		// Clerk's SDK looks for the organization in the data, the specification has it
		// here.
		ObjectNode nested = Json.object();
		nested.set("public_organization_data", data.get("public_organization_data"));
		return data.set("data", nested);
	}

	private static ObjectNode publish(Transaction tx, String what, Resource invitation, ObjectNode data) {
		tx.publish("organizationInvitation." + what, data);
		return OrganizationView.invitation(tx, invitation);
	}

	private static Table table(Transaction tx) {
		return tx.table(OrganizationShapes.INVITATION);
	}

}
