package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;

/**
 * The access tokens that users grant to OAuth applications: opaque ones, which are kept,
 * and signed ones, which are not.
 */
public final class AccessTokens {

	/** How long tokens usually live, in seconds. */
	public static final long LIFETIME = 86_400;

	private final Emulation emulation;

	private final Credentials credentials;

	AccessTokens(Emulation emulation) {
		this.emulation = emulation;
		this.credentials = new Credentials(emulation, MachineShapes.ACCESS_TOKEN);
	}

	/**
	 * The scopes that an application has, which a token gets if nothing is said.
	 * @param clientId the client id of the application
	 * @return the scopes, as {@code profile}
	 */
	public List<String> scopes(String clientId) {
		Resource application = this.emulation.table(MachineShapes.OAUTH_APPLICATION).first("client_id", clientId);
		return Scopes.split((application != null) ? application.required("scopes") : "profile email");
	}

	/**
	 * Makes an opaque token.
	 * @param userId the id of the user
	 * @param clientId the client id of the application
	 * @param scopes what was granted
	 * @param lifetime how long it lives, in seconds
	 * @param revoked whether it is revoked at once
	 * @return the token
	 */
	public String issue(String userId, String clientId, List<String> scopes, long lifetime, boolean revoked) {
		Resource token = this.credentials.issue(userId, lifetime,
				(draft) -> draft.set("client_id", clientId).set("scopes", scopes));
		return ((revoked) ? this.credentials.revoke(token, null) : token).required("secret");
	}

	/**
	 * The usual claims of a signed token.
	 * @param userId the id of the user
	 * @param clientId the client id of the application
	 * @param scopes what was granted
	 * @param lifetime how long it lives, in seconds
	 * @return the claims, to which others can be added
	 */
	public Map<String, Object> claims(String userId, String clientId, List<String> scopes, long lifetime) {
		Map<String, Object> claims = this.credentials.claims(userId, lifetime);
		claims.put("client_id", clientId);
		claims.put("scope", String.join(" ", scopes));
		return claims;
	}

	/**
	 * Checks a token.
	 * @param token the token, opaque or signed
	 * @return what it says, or only that it is not active
	 */
	ObjectNode verify(String token) {
		if (token.contains(".")) {
			JsonNode claims = this.emulation.signer().verify(token);
			if (claims == null || !claims.has("client_id")) {
				throw this.credentials.notFound();
			}
			return (this.credentials.isExpired(claims)) ? inactive() : describe(claims);
		}
		Resource found = this.credentials.require(token);
		return (this.credentials.isUsable(found)) ? this.credentials.show(found) : inactive();
	}

	/**
	 * Revokes an opaque token of an application.
	 * @param clientId the client id of the application
	 * @param token the token
	 */
	void revoke(String clientId, String token) {
		Resource found = this.credentials.require(token);
		if (!clientId.equals(found.text("client_id"))) {
			throw this.credentials.notFound();
		}
		this.credentials.revoke(found, null);
	}

	Credentials credentials() {
		return this.credentials;
	}

	private ObjectNode describe(JsonNode claims) {
		ObjectNode node = Json.object().put("object", MachineShapes.ACCESS_TOKEN.object());
		node.put("id", claims.path("jti").asString("")).put("client_id", claims.path("client_id").asString(""));
		node.put("subject", claims.path("sub").asString(""));
		node.set("scopes", Json.array(Scopes.split(claims.path("scope").asString(""))));
		return this.credentials.describe(node, claims);
	}

	private static ObjectNode inactive() {
		return Json.object().put("active", false);
	}

}
