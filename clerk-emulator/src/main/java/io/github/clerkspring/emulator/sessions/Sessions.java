package io.github.clerkspring.emulator.sessions;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.instance.LiveSessions;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;
import io.github.clerkspring.emulator.users.UserView;

/**
 * The life of sessions.
 */
public final class Sessions {

	private static final long LIFETIME = 7 * 86_400_000L;

	private static final long ABANDONMENT = 30 * 86_400_000L;

	private static final Set<String> LIVING = Set.of("active", "pending");

	private Sessions() {
	}

	static void relate(Relations relations) {
		relations.beforeRemove(UserShapes.USER, (tx, user) -> endAll(tx, user.id()));
		relations.provide(LiveSessions.class, new LiveSessions() {

			@Override
			public void endAll(Transaction tx) {
				List.copyOf(table(tx).all()).forEach((session) -> end(tx, session, "ended"));
			}

			@Override
			public void revokeAll(Transaction tx, String userId) {
				table(tx).by("user_id", userId).forEach((session) -> end(tx, session, "revoked"));
			}

		});
	}

	/**
	 * Signs a user in.
	 * @param tx the transaction
	 * @param user the user
	 * @param organizationId the active organization, or null
	 * @return the session, on a client of its own
	 */
	public static Resource start(Transaction tx, Resource user, @Nullable String organizationId) {
		return start(tx, user, organizationId, (draft) -> {
		});
	}

	/**
	 * Signs a user in, to a session that differs from the usual.
	 * @param tx the transaction
	 * @param user the user
	 * @param organizationId the active organization, or null
	 * @param changes sets further values
	 * @return the session, on a client of its own
	 */
	public static Resource start(Transaction tx, Resource user, @Nullable String organizationId,
			Consumer<Draft> changes) {
		long now = tx.now();
		Resource client = tx.create(SessionShapes.CLIENT, (draft) -> {
		});
		Resource session = tx.create(SessionShapes.SESSION, (draft) -> {
			draft.set("user_id", user.id()).set("client_id", client.id()).set("last_active_at", now);
			draft.set("last_active_organization_id", organizationId);
			draft.set("expire_at", now + LIFETIME).set("abandon_at", now + ABANDONMENT);
			draft.set("refresh_token", tx.ids().token(32));
			changes.accept(draft);
		});
		tx.update(client, (draft) -> draft.set("last_active_session_id", session.id()));
		tx.update(user, (draft) -> draft.set("last_sign_in_at", now).set("last_active_at", now));
		publish(tx, "created", session, user);
		return session;
	}

	/**
	 * Returns the refresh token of a session.
	 * @param tx the transaction
	 * @param sessionId the id of the session
	 * @return the token
	 * @throws ApiException 404 if the session does not exist
	 */
	public static String refreshToken(Transaction tx, String sessionId) {
		return tx.find(SessionShapes.SESSION, sessionId).required("refresh_token");
	}

	public static void requireNotBanned(Resource user) {
		if (user.flag("banned")) {
			throw ApiException.forbidden("user_banned", "The user is banned.");
		}
	}

	/**
	 * Signs a user out of a session, as a browser does.
	 * @param tx the transaction
	 * @param sessionId the id of the session
	 * @throws ApiException 404 if it does not exist
	 */
	public static void signOut(Transaction tx, String sessionId) {
		end(tx, tx.find(SessionShapes.SESSION, sessionId), "removed");
	}

	/**
	 * Ends an active session; an ended session is not changed.
	 * @param tx the transaction
	 * @param session the session
	 * @param status the new status: {@code revoked}, {@code ended}, {@code removed}
	 */
	static void end(Transaction tx, Resource session, String status) {
		if (LIVING.contains(status(tx, session))) {
			tx.update(session, (draft) -> draft.set("status", status));
			publish(tx, status, session, tx.table(UserShapes.USER).find(session.required("user_id")));
		}
	}

	private static void endAll(Transaction tx, String userId) {
		table(tx).by("user_id", userId).forEach((session) -> end(tx, session, "ended"));
	}

	static boolean isActive(Transaction tx, Resource session) {
		return "active".equals(status(tx, session));
	}

	/**
	 * The status of a session, in which a living one expires.
	 * @param tx the transaction
	 * @param session the session
	 * @return the status
	 */
	static String status(Transaction tx, Resource session) {
		String status = session.required("status");
		Long expiry = session.number("expire_at");
		boolean expired = LIVING.contains(status) && expiry != null && expiry <= tx.now();
		return (expired) ? "expired" : status;
	}

	static ObjectNode show(Transaction tx, Resource session) {
		ObjectNode node = session.toJson().put("status", status(tx, session));
		if (session.get("tasks") instanceof List<?> tasks) {
			node.set("tasks", Json.array(tasks));
		}
		return node;
	}

	static ObjectNode showClient(Transaction tx, Resource client) {
		ObjectNode node = client.toJson();
		List<Resource> sessions = table(tx).by("client_id", client.id());
		node.set("session_ids", Json.array(sessions.stream().map(Resource::id).toList()));
		return node.set("sessions", Json.array(sessions.stream().map((each) -> show(tx, each)).toList()));
	}

	static Table table(Transaction tx) {
		return tx.table(SessionShapes.SESSION);
	}

	private static void publish(Transaction tx, String what, Resource session, @Nullable Resource user) {
		ObjectNode data = show(tx, session);
		data.set("user", (user != null) ? UserView.show(tx, user) : Json.of(null));
		tx.publish("session." + what, data);
	}

}
