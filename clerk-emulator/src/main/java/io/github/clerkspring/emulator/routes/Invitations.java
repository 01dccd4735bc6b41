package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * The life of invitations into the application.
 */
final class Invitations {

	static final long USUAL_DAYS = 30;

	private static final long DAY = 86_400_000;

	private final Emulation emulation;

	private final Tickets tickets;

	private final Contacts contacts;

	private final SystemEmails emails;

	Invitations(Emulation emulation, Tickets tickets, Contacts contacts, SystemEmails emails) {
		this.emulation = emulation;
		this.tickets = tickets;
		this.contacts = contacts;
		this.emails = emails;
	}

	String normalize(String address) {
		return this.contacts.normalize(UserShapes.EMAIL_ADDRESS, address);
	}

	/**
	 * Refuses an address that waits for an invitation to be accepted already.
	 * @param address the normalized address
	 */
	void requireNotInvited(String address) {
		if (table().by("email_address", address).stream().anyMatch((other) -> status(other).equals("pending"))) {
			throw new ApiException(400, "duplicate_record", "duplicate invitation",
					"There is a pending invitation for " + address, Map.of("email_addresses", List.of(address)));
		}
	}

	/**
	 * Refuses an address that a user has.
	 * @param address the normalized address
	 */
	void requireNoUser(String address) {
		this.contacts.requireFree(UserShapes.EMAIL_ADDRESS, address);
	}

	/**
	 * Invites somebody.
	 * @param address the normalized address
	 * @param metadata the public metadata that the user gets
	 * @param days how long the invitation can be accepted
	 * @param redirectUrl where the invited are sent, or null
	 * @param template the slug of the template of the e-mail, or null for none
	 * @return the invitation
	 */
	Resource create(String address, ObjectNode metadata, long days, @Nullable String redirectUrl,
			@Nullable String template) {
		long expiry = this.emulation.now() + days * DAY;
		Resource invitation = this.emulation.create(AccessShapes.INVITATION, (draft) -> {
			draft.set("email_address", address).set("public_metadata", metadata);
			draft.set("expires_at", expiry);
		});
		String url = this.tickets
			.url(this.tickets.issue(AccessShapes.INVITATION, invitation.id(), expiry, redirectUrl));
		if (template != null) {
			this.emails.send(template, address, Map.of("action_url", url));
		}
		return table().update(invitation, (draft) -> draft.set("url", url));
	}

	Resource create(String address, String template) {
		return create(address, Json.object(), USUAL_DAYS, null, template);
	}

	/**
	 * Makes an invitation that was not accepted unusable.
	 * @param invitation the invitation
	 * @return the same invitation
	 */
	Resource revoke(Resource invitation) {
		String status = status(invitation);
		if (status.equals("revoked") || status.equals("accepted")) {
			throw ApiException.badRequest("invitation_already_" + status, "Invitation is already " + status + ".");
		}
		return table().update(invitation, (draft) -> draft.set("status", "revoked"));
	}

	void accept(Resource invitation) {
		table().update(invitation, (draft) -> draft.set("status", "accepted"));
	}

	void requireAcceptable(Resource invitation) {
		String status = status(invitation);
		if (status.equals("revoked")) {
			throw ApiException.badRequest("revoked_invitation", "The invitation was revoked.");
		}
		if (status.equals("accepted")) {
			throw ApiException.badRequest("invitation_already_accepted", "Invitation is already accepted.");
		}
	}

	String status(Resource invitation) {
		return this.emulation.waitingStatus(invitation);
	}

	ObjectNode show(Resource invitation) {
		String status = status(invitation);
		return invitation.toJson().put("status", status).put("revoked", status.equals("revoked"));
	}

	Table table() {
		return this.emulation.table(AccessShapes.INVITATION);
	}

}
