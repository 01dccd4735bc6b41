package io.github.clerkspring.emulator.sessions;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Handshakes, by which a server that got an expired session token receives the cookies of
 * a session: as a nonce, which it exchanges for the cookies.
 */
public final class Handshakes {

	private static final long LIFETIME = 60_000;

	private Handshakes() {
	}

	/**
	 * Begins a handshake, as the Frontend API does when a browser is sent there.
	 * @param tx the transaction
	 * @param sessionId the id of the session
	 * @param authorizedParty the origin of the application, or null
	 * @return the nonce, which can be exchanged once within a minute
	 */
	public static String begin(Transaction tx, String sessionId, @Nullable String authorizedParty) {
		Resource session = tx.find(SessionShapes.SESSION, sessionId);
		String token = SessionTokens.token(tx, session, SessionTokens.LIFETIME, authorizedParty);
		String nonce = tx.ids().token(32);
		tx.create(SessionShapes.HANDSHAKE, (draft) -> {
			draft.set("nonce", nonce).set("expires_at", tx.now() + LIFETIME);
			draft.set("directives", List.of("__session=" + token + "; Path=/; Secure; SameSite=Lax",
					"__client_uat=" + session.createdAt() / 1000 + "; Path=/; Secure; SameSite=Lax"));
		});
		return nonce;
	}

	/**
	 * Ends a handshake.
	 * @param tx the transaction
	 * @param nonce the nonce
	 * @return the cookies to set
	 * @throws ApiException 404 if the nonce is unknown, was used or has expired
	 */
	static ObjectNode payload(Transaction tx, String nonce) {
		Resource handshake = tx.table(SessionShapes.HANDSHAKE).first("nonce", nonce);
		Long expiry = (handshake != null) ? handshake.number("expires_at") : null;
		if (handshake == null || expiry == null || expiry <= tx.now()) {
			throw new ApiException(404, "resource_not_found", "not found", "There is no handshake with this nonce.");
		}
		tx.remove(handshake);
		ObjectNode payload = Json.object();
		payload.set("directives", Json.array(handshake.texts("directives")));
		return payload;
	}

}
