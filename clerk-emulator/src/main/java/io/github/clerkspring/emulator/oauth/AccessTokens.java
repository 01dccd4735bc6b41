package io.github.clerkspring.emulator.oauth;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.machines.Credentials;
import io.github.clerkspring.emulator.machines.MachineShapes;
import io.github.clerkspring.emulator.machines.Scopes;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * The access tokens that users grant to OAuth applications: opaque ones, which are kept,
 * and signed ones, which are not.
 */
public final class AccessTokens {

	/** How long tokens usually live, in seconds. */
	public static final long LIFETIME = 86_400;

	/** Optional claims of a token. */
	public static final List<String> DETAILS = List.of("aud", "act", "org_id");

	static final Credentials CREDENTIALS = new Credentials(MachineShapes.ACCESS_TOKEN);

	private AccessTokens() {
	}

	/**
	 * Returns the scopes of an application, the default scopes of its tokens.
	 * @param tx the transaction
	 * @param clientId the client id of the application
	 * @return the scopes, as {@code profile}
	 */
	public static List<String> scopes(Transaction tx, String clientId) {
		Resource application = tx.table(MachineShapes.OAUTH_APPLICATION).first("client_id", clientId);
		return Scopes.split((application != null) ? application.required("scopes") : "profile email");
	}

	/**
	 * Creates an opaque token.
	 * @param tx the transaction
	 * @param userId the id of the user
	 * @param clientId the client id of the application
	 * @param scopes the granted scopes
	 * @param details claims of {@link #DETAILS}
	 * @param lifetime the lifetime in seconds
	 * @param revoked whether it is revoked
	 * @return the token
	 */
	public static String issue(Transaction tx, String userId, String clientId, List<String> scopes,
			Map<String, @Nullable Object> details, long lifetime, boolean revoked) {
		Resource token = CREDENTIALS.issue(tx, userId, lifetime, (draft) -> {
			draft.set("client_id", clientId).set("scopes", scopes);
			details.forEach((name, value) -> draft.set(name, (value != null) ? Json.of(value) : null));
		});
		return ((revoked) ? CREDENTIALS.revoke(tx, token, null) : token).required("secret");
	}

	/**
	 * The usual claims of a signed token.
	 * @param tx the transaction
	 * @param userId the id of the user
	 * @param clientId the client id of the application
	 * @param scopes the granted scopes
	 * @param lifetime how long it lives, in seconds
	 * @return the claims, to which others can be added
	 */
	public static Map<String, Object> claims(Transaction tx, String userId, String clientId, List<String> scopes,
			long lifetime) {
		Map<String, Object> claims = CREDENTIALS.claims(tx, userId, lifetime);
		claims.put("client_id", clientId);
		claims.put("scope", String.join(" ", scopes));
		return claims;
	}

	/**
	 * Checks a token.
	 * @param tx the transaction
	 * @param token the token, opaque or signed
	 * @return the content of the token, or only the inactive state of an expired signed
	 * token
	 * @throws ApiException 404 if there is no such token, or an opaque one is expired or
	 * revoked
	 */
	static ObjectNode verify(Transaction tx, String token) {
		if (token.contains(".")) {
			JsonNode claims = TokenSigner.of(tx).verify(token);
			if (claims == null || !claims.has("client_id")) {
				throw CREDENTIALS.notFound();
			}
			return (CREDENTIALS.isExpired(tx, claims)) ? Json.object().put("active", false) : describe(tx, claims);
		}
		Resource found = CREDENTIALS.require(tx, token);
		if (!CREDENTIALS.isUsable(tx, found)) {
			throw CREDENTIALS.notFound();
		}
		ObjectNode node = CREDENTIALS.show(tx, found);
		DETAILS.forEach((name) -> detail(node, name, Json.of(found.get(name))));
		return node;
	}

	/**
	 * Revokes an opaque token of an application.
	 * @param tx the transaction
	 * @param clientId the client id of the application
	 * @param token the token
	 */
	static void revoke(Transaction tx, String clientId, String token) {
		Resource found = CREDENTIALS.require(tx, token);
		if (!clientId.equals(found.text("client_id"))) {
			throw CREDENTIALS.notFound();
		}
		CREDENTIALS.revoke(tx, found, null);
	}

	private static ObjectNode describe(Transaction tx, JsonNode claims) {
		ObjectNode node = Json.object().put("object", MachineShapes.ACCESS_TOKEN.object());
		node.put("id", claims.path("jti").asString("")).put("client_id", claims.path("client_id").asString(""));
		node.put("subject", claims.path("sub").asString(""));
		node.set("scopes", Json.array(Scopes.split(claims.path("scope").asString(""))));
		DETAILS.forEach((name) -> detail(node, name, claims.path(name)));
		return CREDENTIALS.describe(tx, node, claims);
	}

	private static void detail(ObjectNode node, String name, JsonNode value) {
		if (!value.isMissingNode() && !value.isNull()) {
			// A token can name one audience or several; the response has a list
			node.set(name, (name.equals("aud") && !value.isArray()) ? Json.array(List.of(value)) : value);
		}
	}

}
