package io.github.clerkspring.emulator.instance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * Signed tickets, each of which opens a session or a sign-up once. A ticket names the
 * resource it was made for, which knows whether it can still be used.
 */
public final class Tickets {

	private Tickets() {
	}

	/**
	 * Creates the ticket of a resource.
	 * @param tx the transaction
	 * @param shape the shape of the resource
	 * @param id the id of the resource
	 * @param expiresAt when the ticket expires, in milliseconds since the epoch
	 * @param redirectUrl where its bearer is sent, or null
	 * @return the ticket
	 */
	public static String issue(Transaction tx, Shape shape, String id, long expiresAt, @Nullable String redirectUrl) {
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("exp", expiresAt / 1000);
		claims.put("iid", Settings.of(tx).instanceId());
		if (redirectUrl != null) {
			claims.put("rurl", redirectUrl);
		}
		claims.put("sid", id);
		claims.put("st", shape.object());
		return TokenSigner.of(tx).sign(null, claims);
	}

	public static String url(Transaction tx, String ticket) {
		return Settings.of(tx).issuer() + "/v1/tickets/accept?ticket="
				+ URLEncoder.encode(ticket, StandardCharsets.US_ASCII);
	}

	/**
	 * Reads a ticket.
	 * @param tx the transaction
	 * @param ticket the ticket
	 * @return the content of the ticket
	 * @throws ApiException if the ticket is unknown or expired
	 */
	public static Ticket read(Transaction tx, String ticket) {
		JsonNode claims = TokenSigner.of(tx).verify(ticket);
		if (claims == null || !claims.has("st")) {
			throw ApiException.badRequest("ticket_invalid_code", "This ticket is invalid.");
		}
		if (claims.path("exp").asLong(0) * 1000 <= tx.now()) {
			throw ApiException.badRequest("ticket_expired_code", "This ticket has expired.");
		}
		return new Ticket(claims.path("st").asString(""), claims.path("sid").asString(""));
	}

	/**
	 * Revokes the resource of a ticket.
	 * @param tx the transaction
	 * @param shape the shape of the resource
	 * @param resource the resource
	 * @param code the code of the refusal if the ticket was used or revoked before
	 * @return the revoked resource
	 */
	public static Resource revoke(Transaction tx, Shape shape, Resource resource, String code) {
		String status = resource.required("status");
		if (!status.equals("pending")) {
			throw new ApiException(400, code, "cannot revoke", "The " + shape.object().replace('_', ' ') + " is "
					+ status + "; only a pending one can be revoked.");
		}
		return tx.update(resource, (draft) -> draft.set("status", "revoked"));
	}

	/**
	 * The content of a ticket.
	 *
	 * @param source the kind of the resource
	 * @param id the id of the resource
	 */
	public record Ticket(String source, String id) {
	}

}
