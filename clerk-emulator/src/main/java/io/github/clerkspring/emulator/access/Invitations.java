package io.github.clerkspring.emulator.access;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.instance.Tickets;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Expiry;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.templates.SystemEmails;
import io.github.clerkspring.emulator.users.Contacts;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * The life of invitations into the application.
 */
public final class Invitations {

	static final long USUAL_DAYS = 30;

	private static final long DAY = 86_400_000;

	private Invitations() {
	}

	public static String normalize(String address) {
		return Contacts.normalize(UserShapes.EMAIL_ADDRESS, address);
	}

	/**
	 * Refuses an address that waits for an invitation to be accepted already.
	 * @param tx the transaction
	 * @param address the normalized address
	 */
	static void requireNotInvited(Transaction tx, String address) {
		if (table(tx).by("email_address", address).stream().anyMatch((other) -> status(tx, other).equals("pending"))) {
			throw new ApiException(400, "duplicate_record", "duplicate invitation",
					"There is a pending invitation for " + address, Map.of("email_addresses", List.of(address)));
		}
	}

	/**
	 * Refuses an address that a user has.
	 * @param tx the transaction
	 * @param address the normalized address
	 */
	static void requireNoUser(Transaction tx, String address) {
		Contacts.requireFree(tx, UserShapes.EMAIL_ADDRESS, address);
	}

	/**
	 * Creates an invitation.
	 * @param tx the transaction
	 * @param address the normalized address
	 * @param metadata the public metadata that the user gets
	 * @param days how long the invitation can be accepted
	 * @param redirectUrl where the invited are sent, or null
	 * @param template the slug of the template of the e-mail, or null for none
	 * @return the invitation
	 */
	static Resource create(Transaction tx, String address, ObjectNode metadata, long days, @Nullable String redirectUrl,
			@Nullable String template) {
		long expiry = tx.now() + days * DAY;
		Resource invitation = tx.create(AccessShapes.INVITATION, (draft) -> {
			draft.set("email_address", address).set("public_metadata", metadata);
			draft.set("expires_at", expiry);
		});
		String url = Tickets.url(tx, Tickets.issue(tx, AccessShapes.INVITATION, invitation.id(), expiry, redirectUrl));
		if (template != null) {
			SystemEmails.send(tx, template, address, Map.of("action_url", url));
		}
		return tx.update(invitation, (draft) -> draft.set("url", url));
	}

	static Resource create(Transaction tx, String address, String template) {
		return create(tx, address, Json.object(), USUAL_DAYS, null, template);
	}

	/**
	 * Invalidates a pending invitation.
	 * @param tx the transaction
	 * @param invitation the invitation
	 * @return the same invitation
	 */
	static Resource revoke(Transaction tx, Resource invitation) {
		String status = status(tx, invitation);
		if (status.equals("revoked") || status.equals("accepted")) {
			throw ApiException.badRequest("invitation_already_" + status, "Invitation is already " + status + ".");
		}
		return tx.update(invitation, (draft) -> draft.set("status", "revoked"));
	}

	public static void accept(Transaction tx, Resource invitation) {
		tx.update(invitation, (draft) -> draft.set("status", "accepted"));
	}

	public static void requireAcceptable(Transaction tx, Resource invitation) {
		String status = status(tx, invitation);
		if (status.equals("revoked")) {
			throw ApiException.badRequest("revoked_invitation", "The invitation was revoked.");
		}
		if (status.equals("accepted")) {
			throw ApiException.badRequest("invitation_already_accepted", "Invitation is already accepted.");
		}
	}

	static String status(Transaction tx, Resource invitation) {
		return Expiry.status(tx, invitation);
	}

	static ObjectNode show(Transaction tx, Resource invitation) {
		String status = status(tx, invitation);
		return invitation.toJson().put("status", status).put("revoked", status.equals("revoked"));
	}

	static Table table(Transaction tx) {
		return tx.table(AccessShapes.INVITATION);
	}

}
