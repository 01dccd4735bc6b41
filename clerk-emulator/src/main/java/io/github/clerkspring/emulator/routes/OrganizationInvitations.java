package io.github.clerkspring.emulator.routes;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * The life of invitations into organizations.
 */
final class OrganizationInvitations {

	private final Emulation emulation;

	private final OrganizationView view;

	private final Memberships memberships;

	private final Tickets tickets;

	private final Sessions sessions;

	private final SignUps signUps;

	private final SystemEmails emails;

	OrganizationInvitations(Emulation emulation, OrganizationView view, Memberships memberships, Tickets tickets,
			Sessions sessions, SignUps signUps, SystemEmails emails) {
		this.emulation = emulation;
		this.view = view;
		this.memberships = memberships;
		this.tickets = tickets;
		this.sessions = sessions;
		this.signUps = signUps;
		this.emails = emails;
	}

	/**
	 * Invites somebody.
	 * @param expiry when it ends, in milliseconds since the epoch
	 * @param redirectUrl where the invited are sent, or null
	 * @param notify whether they get an e-mail
	 * @param values sets the properties
	 * @return the invitation as it is shown
	 */
	ObjectNode create(long expiry, @Nullable String redirectUrl, boolean notify, Consumer<Draft> values) {
		Resource invitation = this.emulation.create(OrganizationShapes.INVITATION,
				(draft) -> values.accept(draft.set("expires_at", expiry)));
		String ticket = this.tickets.issue(OrganizationShapes.INVITATION, invitation.id(), expiry, redirectUrl);
		table().update(invitation, (draft) -> draft.set("url", this.tickets.url(ticket)));
		ObjectNode shown = publish("created", invitation, event(invitation));
		if (notify) {
			this.emails.send("organization_invitation", invitation.required("email_address"),
					Map.of("action_url", invitation.required("url"), "inviter_name", this.view.inviterName(invitation),
							"org", Map.of("name", this.view.owner(invitation).required("name"))));
		}
		return shown;
	}

	/**
	 * Makes a pending invitation unusable.
	 * @param invitation the invitation
	 * @return the invitation as it is shown
	 */
	ObjectNode revoke(Resource invitation) {
		if (!this.view.status(invitation).equals("pending")) {
			throw ApiException.badRequest("organization_invitation_not_pending",
					"Only pending invitations can be revoked.");
		}
		table().update(invitation, (draft) -> draft.set("status", "revoked"));
		return publish("revoked", invitation, event(invitation));
	}

	/**
	 * Makes the invited a member, after a sign-up if nobody has the address.
	 * @param invitation the invitation
	 * @return the id of the session that this opens
	 */
	String accept(Resource invitation) {
		String status = invitation.required("status");
		if (!status.equals("pending")) {
			throw ApiException.badRequest("organization_invitation_already_" + status,
					"The invitation is " + status + " and cannot be accepted.");
		}
		Resource organization = this.view.owner(invitation);
		this.memberships.requireSeat(organization);
		Resource email = this.emulation.table(UserShapes.EMAIL_ADDRESS)
			.first("email_address", invitation.required("email_address"));
		if (email != null) {
			Resource user = this.emulation.find(UserShapes.USER, email.required("user_id"));
			Sessions.requireNotBanned(user);
			join(organization, user, invitation);
			return this.sessions.start(user, organization.id()).id();
		}
		Resource session = this.signUps.enter(invitation.required("email_address"));
		join(organization, this.emulation.find(UserShapes.USER, session.required("user_id")), invitation);
		this.sessions.table().update(session, (draft) -> draft.set("last_active_organization_id", organization.id()));
		return session.id();
	}

	private void join(Resource organization, Resource user, Resource invitation) {
		this.memberships.add(null, organization, user, invitation.required("role"),
				(draft) -> draft.set("public_metadata", invitation.object("public_metadata"))
					.set("private_metadata", invitation.object("private_metadata")));
		table().update(invitation, (draft) -> draft.set("status", "accepted"));
		publish("accepted", invitation, event(invitation).put("user_id", user.id()));
	}

	private ObjectNode event(Resource invitation) {
		ObjectNode data = this.view.invitationWithOrganization(invitation);
		// Clerk's SDK looks for the organization in the data, the specification has it
		// here.
		ObjectNode nested = Json.object();
		nested.set("public_organization_data", data.get("public_organization_data"));
		return data.set("data", nested);
	}

	private ObjectNode publish(String what, Resource invitation, ObjectNode data) {
		this.emulation.events().publish("organizationInvitation." + what, data);
		return this.view.invitation(invitation);
	}

	private Table table() {
		return this.emulation.table(OrganizationShapes.INVITATION);
	}

}
