package io.github.clerkspring.emulator.signin;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.access.AccessShapes;
import io.github.clerkspring.emulator.instance.Tickets;
import io.github.clerkspring.emulator.organizations.OrganizationShapes;
import io.github.clerkspring.emulator.sessions.Sessions;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Redeems tickets, as the Frontend API does when their address is visited.
 */
public final class TicketRedemption {

	private static final long ACTOR_INACTIVITY = 600_000;

	private TicketRedemption() {
	}

	/**
	 * Uses up a ticket.
	 * @param tx the transaction
	 * @param ticket the ticket of a sign-in token, actor token, agent task or invitation,
	 * into the application or an organization
	 * @return the id of the session that it opens
	 * @throws ApiException if the ticket is wrong, or was used, revoked or expired before
	 */
	public static String redeem(Transaction tx, String ticket) {
		Tickets.Ticket read = Tickets.read(tx, ticket);
		return switch (read.source()) {
			case "sign_in_token" -> signIn(tx, SignInShapes.SIGN_IN_TOKEN, read.id());
			case "actor_token" -> signIn(tx, SignInShapes.ACTOR_TOKEN, read.id());
			case "agent_task" -> signIn(tx, SignInShapes.AGENT_TASK, read.id());
			case "invitation" -> SignUps.accept(tx, tx.find(AccessShapes.INVITATION, read.id()));
			case "organization_invitation" ->
				OrganizationInvitationAcceptance.accept(tx, tx.find(OrganizationShapes.INVITATION, read.id()));
			default -> throw ApiException.badRequest("ticket_invalid_code", "This ticket is invalid.");
		};
	}

	private static String signIn(Transaction tx, Shape shape, String id) {
		Resource source = tx.find(shape, id);
		requirePending(shape, source);
		Resource user = tx.find(UserShapes.USER, source.required("user_id"));
		Sessions.requireNotBanned(user);
		@Nullable String organizationId = (shape == SignInShapes.SIGN_IN_TOKEN) ? source.text("org_id") : null;
		Resource session = Sessions.start(tx, user, organizationId, changes(tx, shape, source));
		tx.update(source, (draft) -> draft.set("status", "accepted"));
		return session.id();
	}

	private static void requirePending(Shape shape, Resource source) {
		String status = source.required("status");
		if (!status.equals("pending")) {
			String what = shape.object().replace('_', ' ');
			String code = shape.object() + ((status.equals("accepted")) ? "_already_used" : "_revoked")
					+ ((shape == SignInShapes.AGENT_TASK) ? "" : "_code");
			throw ApiException.badRequest(code, "The " + what + " is " + status + " and cannot be used.");
		}
	}

	private static Consumer<Draft> changes(Transaction tx, Shape shape, Resource source) {
		if (shape == SignInShapes.SIGN_IN_TOKEN) {
			return (draft) -> {
			};
		}
		long now = tx.now();
		Object actor = (shape == SignInShapes.ACTOR_TOKEN) ? source.get("actor")
				: Json.of(Map.of("sub", source.required("agent_id"), "type", "agent"));
		Long lifetime = source.number("session_lifetime");
		return (draft) -> {
			draft.set("actor", actor).set("abandon_at", now + ACTOR_INACTIVITY);
			draft.set("expire_at", now + ((lifetime != null) ? lifetime : 0) * 1000);
		};
	}

}
