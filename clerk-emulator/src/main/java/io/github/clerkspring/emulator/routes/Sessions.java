package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * The life of sessions.
 */
public final class Sessions {

	private static final long LIFETIME = 7 * 86_400_000L;

	private static final long ABANDONMENT = 30 * 86_400_000L;

	private static final Set<String> LIVING = Set.of("active", "pending");

	private final Emulation emulation;

	private final UserView users;

	Sessions(Emulation emulation, UserView users) {
		this.emulation = emulation;
		this.users = users;
		emulation.table(UserShapes.USER).beforeRemove((user) -> endAll(user.id()));
	}

	/**
	 * Signs a user in.
	 * @param user the user
	 * @param organizationId the active organization, or null
	 * @return the session, on a client of its own
	 */
	Resource start(Resource user, @Nullable String organizationId) {
		return start(user, organizationId, (draft) -> {
		});
	}

	/**
	 * Signs a user in, to a session that differs from the usual.
	 * @param user the user
	 * @param organizationId the active organization, or null
	 * @param changes sets what is different
	 * @return the session, on a client of its own
	 */
	Resource start(Resource user, @Nullable String organizationId, Consumer<Draft> changes) {
		long now = this.emulation.now();
		Resource client = this.emulation.create(SessionShapes.CLIENT, (draft) -> {
		});
		Resource session = this.emulation.create(SessionShapes.SESSION, (draft) -> {
			draft.set("user_id", user.id()).set("client_id", client.id()).set("last_active_at", now);
			draft.set("last_active_organization_id", organizationId);
			draft.set("expire_at", now + LIFETIME).set("abandon_at", now + ABANDONMENT);
			draft.set("refresh_token", this.emulation.ids().token(32));
			changes.accept(draft);
		});
		this.emulation.table(SessionShapes.CLIENT)
			.update(client, (draft) -> draft.set("last_active_session_id", session.id()));
		this.emulation.table(UserShapes.USER)
			.update(user, (draft) -> draft.set("last_sign_in_at", now).set("last_active_at", now));
		publish("created", session, user);
		return session;
	}

	/**
	 * The token by which the client of a session asks for new session tokens.
	 * @param sessionId the id of the session
	 * @return the token
	 * @throws ApiException 404 if there is no such session
	 */
	public String refreshToken(String sessionId) {
		return this.emulation.find(SessionShapes.SESSION, sessionId).required("refresh_token");
	}

	static void requireNotBanned(Resource user) {
		if (user.flag("banned")) {
			throw ApiException.forbidden("user_banned", "The user is banned.");
		}
	}

	/**
	 * Signs a user out of a session, as a browser does.
	 * @param sessionId the id of the session
	 * @throws ApiException 404 if it is not there
	 */
	public void signOut(String sessionId) {
		end(this.emulation.find(SessionShapes.SESSION, sessionId), "removed");
	}

	/**
	 * Ends a session that lives; one that does not stays as it is.
	 * @param session the session
	 * @param status what becomes of it: {@code revoked}, {@code ended}, {@code removed}
	 */
	void end(Resource session, String status) {
		if (LIVING.contains(status(session))) {
			table().update(session, (draft) -> draft.set("status", status));
			publish(status, session, this.emulation.table(UserShapes.USER).find(session.required("user_id")));
		}
	}

	void revokeAll(String userId) {
		table().by("user_id", userId).forEach((session) -> end(session, "revoked"));
	}

	/**
	 * Signs everybody out.
	 */
	void endAll() {
		List.copyOf(table().all()).forEach((session) -> end(session, "ended"));
	}

	private void endAll(String userId) {
		table().by("user_id", userId).forEach((session) -> end(session, "ended"));
	}

	boolean isActive(Resource session) {
		return "active".equals(status(session));
	}

	/**
	 * The status of a session, in which a living one expires.
	 * @param session the session
	 * @return the status
	 */
	String status(Resource session) {
		String status = session.required("status");
		Long expiry = session.number("expire_at");
		boolean expired = LIVING.contains(status) && expiry != null && expiry <= this.emulation.now();
		return (expired) ? "expired" : status;
	}

	ObjectNode show(Resource session) {
		ObjectNode node = session.toJson().put("status", status(session));
		if (session.get("tasks") instanceof List<?> tasks) {
			node.set("tasks", Json.array(tasks));
		}
		return node;
	}

	ObjectNode showClient(Resource client) {
		ObjectNode node = client.toJson();
		List<Resource> sessions = table().by("client_id", client.id());
		node.set("session_ids", Json.array(sessions.stream().map(Resource::id).toList()));
		return node.set("sessions", Json.array(sessions.stream().map(this::show).toList()));
	}

	Table table() {
		return this.emulation.table(SessionShapes.SESSION);
	}

	private void publish(String what, Resource session, @Nullable Resource user) {
		ObjectNode data = show(session);
		data.set("user", (user != null) ? this.users.show(user) : Json.of(null));
		this.emulation.events().publish("session." + what, data);
	}

}
