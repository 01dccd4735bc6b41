package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;

/**
 * The tokens of machines: opaque ones, which are kept, and signed ones, which are not.
 */
public final class MachineTokens {

	/** The claims that a signed token has of its own. */
	static final Set<String> RESERVED = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "scopes");

	private static final long LIFETIME = 3600;

	private final Emulation emulation;

	private final Machines machines;

	private final Credentials credentials;

	MachineTokens(Emulation emulation, Machines machines) {
		this.emulation = emulation;
		this.machines = machines;
		this.credentials = new Credentials(emulation, MachineShapes.M2M_TOKEN);
	}

	/**
	 * The machines that a machine may talk to.
	 * @param machineId the id of the machine
	 * @return their ids
	 */
	public List<String> scopes(String machineId) {
		return this.machines.scopes(machineId);
	}

	/**
	 * How long the tokens of a machine usually live.
	 * @param machineId the id of the machine
	 * @return seconds
	 */
	public long lifetime(String machineId) {
		Resource machine = this.machines.table().find(machineId);
		Long lifetime = (machine != null) ? machine.number("default_token_ttl") : null;
		return (lifetime != null) ? lifetime : LIFETIME;
	}

	/**
	 * Makes an opaque token.
	 * @param machineId the id of the machine
	 * @param scopes the machines it is for
	 * @param claims what it says besides, empty for nothing
	 * @param lifetime how long it lives, in seconds
	 * @param revoked whether it is revoked at once
	 * @return the token
	 */
	public String issue(String machineId, List<String> scopes, Map<String, ?> claims, long lifetime, boolean revoked) {
		Resource token = create(machineId, scopes, (claims.isEmpty()) ? null : (ObjectNode) Json.of(claims), lifetime);
		return ((revoked) ? this.credentials.revoke(token, null) : token).required("secret");
	}

	/**
	 * The usual claims of a signed token.
	 * @param machineId the id of the machine
	 * @param scopes the machines it is for
	 * @param lifetime how long it lives, in seconds
	 * @return the claims, to which others can be added
	 */
	public Map<String, Object> claims(String machineId, List<String> scopes, long lifetime) {
		Map<String, Object> claims = this.credentials.claims(machineId, lifetime);
		if (!scopes.isEmpty()) {
			claims.put("aud", scopes);
			claims.put("scopes", String.join(" ", scopes));
		}
		return claims;
	}

	Resource create(String machineId, List<String> scopes, @Nullable ObjectNode claims, long lifetime) {
		return this.credentials.issue(machineId, lifetime,
				(draft) -> draft.set("scopes", scopes).set("claims", claims));
	}

	/**
	 * Checks a token.
	 * @param token the token, opaque or signed
	 * @param reader the machine that asks, or null for the instance
	 * @return what the token says
	 */
	ObjectNode verify(String token, @Nullable Resource reader) {
		ObjectNode shown = (token.contains(".")) ? read(token) : this.credentials.show(this.credentials.use(token));
		boolean granted = reader == null
				|| shown.path("scopes").valueStream().anyMatch((scope) -> scope.asString("").equals(reader.id()));
		if (!granted) {
			throw this.credentials.notFound();
		}
		return shown;
	}

	/**
	 * Shows a signed token as an opaque one is shown.
	 * @param claims its claims
	 * @return what it says
	 */
	ObjectNode describe(JsonNode claims) {
		ObjectNode custom = Json.object();
		claims.properties()
			.stream()
			.filter((claim) -> !RESERVED.contains(claim.getKey()))
			.forEach((claim) -> custom.set(claim.getKey(), claim.getValue()));
		ObjectNode node = Json.object().put("object", MachineShapes.M2M_TOKEN.object());
		node.put("id", claims.path("jti").asString("")).put("subject", claims.path("sub").asString(""));
		node.set("claims", (custom.isEmpty()) ? Json.of(null) : custom);
		node.set("scopes", Json.array(Scopes.split(claims.path("scopes").asString(""))));
		node.putNull("last_used_at");
		return this.credentials.describe(node, claims);
	}

	private ObjectNode read(String token) {
		JsonNode claims = this.emulation.signer().verify(token);
		if (claims == null || !claims.path("sub").asString("").startsWith("mch_")
				|| this.credentials.isExpired(claims)) {
			throw this.credentials.notFound();
		}
		return describe(claims);
	}

	Credentials credentials() {
		return this.credentials;
	}

}
