package io.github.clerkspring.emulator.machines;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * The tokens of machines: opaque ones, which are kept, and signed ones, which are not.
 */
public final class MachineTokens {

	/** The claims that a signed token has of its own. */
	static final Set<String> RESERVED = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "scopes");

	private static final long LIFETIME = 3600;

	static final Credentials CREDENTIALS = new Credentials(MachineShapes.M2M_TOKEN);

	private MachineTokens() {
	}

	/**
	 * The machines that a machine may talk to.
	 * @param tx the transaction
	 * @param machineId the id of the machine
	 * @return their ids
	 */
	public static List<String> scopes(Transaction tx, String machineId) {
		return Machines.scopes(tx, machineId);
	}

	/**
	 * How long the tokens of a machine usually live.
	 * @param tx the transaction
	 * @param machineId the id of the machine
	 * @return seconds
	 */
	public static long lifetime(Transaction tx, String machineId) {
		Resource machine = Machines.table(tx).find(machineId);
		Long lifetime = (machine != null) ? machine.number("default_token_ttl") : null;
		return (lifetime != null) ? lifetime : LIFETIME;
	}

	/**
	 * Creates an opaque token.
	 * @param tx the transaction
	 * @param machineId the id of the machine
	 * @param scopes the recipient machines
	 * @param claims additional claims, may be empty
	 * @param lifetime the lifetime in seconds
	 * @param revoked whether it is revoked
	 * @return the token
	 */
	public static String issue(Transaction tx, String machineId, List<String> scopes, Map<String, ?> claims,
			long lifetime, boolean revoked) {
		Resource token = create(tx, machineId, scopes, (claims.isEmpty()) ? null : (ObjectNode) Json.of(claims),
				lifetime);
		return ((revoked) ? CREDENTIALS.revoke(tx, token, null) : token).required("secret");
	}

	/**
	 * The usual claims of a signed token.
	 * @param tx the transaction
	 * @param machineId the id of the machine
	 * @param scopes the machines it is for
	 * @param lifetime how long it lives, in seconds
	 * @return the claims, to which others can be added
	 */
	public static Map<String, Object> claims(Transaction tx, String machineId, List<String> scopes, long lifetime) {
		Map<String, Object> claims = CREDENTIALS.claims(tx, machineId, lifetime);
		if (!scopes.isEmpty()) {
			claims.put("aud", scopes);
			claims.put("scopes", String.join(" ", scopes));
		}
		return claims;
	}

	static Resource create(Transaction tx, String machineId, List<String> scopes, @Nullable ObjectNode claims,
			long lifetime) {
		return CREDENTIALS.issue(tx, machineId, lifetime, (draft) -> draft.set("scopes", scopes).set("claims", claims));
	}

	/**
	 * Checks a token.
	 * @param tx the transaction
	 * @param token the token, opaque or signed
	 * @param reader the requesting machine, or null for the instance
	 * @return the content of the token
	 */
	static ObjectNode verify(Transaction tx, String token, @Nullable Resource reader) {
		ObjectNode shown = (token.contains(".")) ? read(tx, token) : CREDENTIALS.show(tx, CREDENTIALS.use(tx, token));
		boolean granted = reader == null
				|| shown.path("scopes").valueStream().anyMatch((scope) -> scope.asString("").equals(reader.id()));
		if (!granted) {
			throw CREDENTIALS.notFound();
		}
		return shown;
	}

	/**
	 * Returns the representation of a signed token, equal to that of an opaque token.
	 * @param tx the transaction
	 * @param claims the claims
	 * @return the representation
	 */
	static ObjectNode describe(Transaction tx, JsonNode claims) {
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
		return CREDENTIALS.describe(tx, node, claims);
	}

	private static ObjectNode read(Transaction tx, String token) {
		JsonNode claims = TokenSigner.of(tx).verify(token);
		if (claims == null || !claims.path("sub").asString("").startsWith("mch_")
				|| CREDENTIALS.isExpired(tx, claims)) {
			throw CREDENTIALS.notFound();
		}
		return describe(tx, claims);
	}

}
