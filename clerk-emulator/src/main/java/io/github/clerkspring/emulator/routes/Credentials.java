package io.github.clerkspring.emulator.routes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Shape;
import io.github.clerkspring.emulator.engine.Table;

/**
 * The life of opaque secrets that stand for a subject: M2M tokens, API keys, access
 * tokens.
 */
final class Credentials {

	/** What the operations that revoke accept. */
	static final Fields REVOKE = Fields.none().nullable(FieldType.STRING, "revocation_reason");

	private static final int SECRET_LENGTH = 32;

	private final Emulation emulation;

	private final Shape shape;

	Credentials(Emulation emulation, Shape shape) {
		this.emulation = emulation;
		this.shape = shape;
	}

	/**
	 * Makes a secret.
	 * @param subject whom it stands for
	 * @param lifetime how long it lives in seconds, or null for ever
	 * @param values sets the other properties
	 * @return the resource, which keeps the secret
	 */
	Resource issue(String subject, @Nullable Long lifetime, Consumer<Draft> values) {
		return table().add(id(), (draft) -> {
			draft.set("subject", subject).set("expiration", expiration(lifetime));
			draft.set("secret", this.shape.prefix() + "_" + this.emulation.ids().token(SECRET_LENGTH));
			values.accept(draft);
		});
	}

	/**
	 * Makes an id as these resources have it.
	 * @return the prefix and 32 hexadecimal digits
	 */
	String id() {
		return this.shape.prefix() + "_" + this.emulation.ids().hex(32);
	}

	/**
	 * The claims that each signed token has.
	 * @param subject whom it stands for
	 * @param lifetime how long it lives, in seconds
	 * @return the claims, to which others can be added
	 */
	Map<String, Object> claims(String subject, long lifetime) {
		long now = this.emulation.now() / 1000;
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", this.emulation.settings().issuer());
		claims.put("sub", subject);
		claims.put("iat", now);
		claims.put("nbf", now);
		claims.put("exp", now + lifetime);
		claims.put("jti", id());
		return claims;
	}

	@Nullable Long expiration(@Nullable Long lifetime) {
		return (lifetime != null) ? this.emulation.now() + lifetime * 1000 : null;
	}

	ObjectNode show(Resource credential) {
		return credential.toJson().put("expired", isExpired(credential));
	}

	boolean isExpired(Resource credential) {
		return isExpired(credential, this.emulation.now());
	}

	boolean isExpired(Resource credential, long instant) {
		Long expiration = credential.number("expiration");
		return expiration != null && expiration <= instant;
	}

	boolean isExpired(JsonNode claims) {
		return seconds(claims, "exp") * 1000 <= this.emulation.now();
	}

	/**
	 * Adds to the description of a signed token what those of opaque ones have.
	 * @param node gets the properties
	 * @param claims the claims of the token
	 * @return the same node
	 */
	ObjectNode describe(ObjectNode node, JsonNode claims) {
		long issued = seconds(claims, "iat") * 1000;
		node.put("revoked", false).putNull("revocation_reason").put("expired", isExpired(claims));
		node.put("expiration", seconds(claims, "exp") * 1000);
		return node.put("created_at", issued).put("updated_at", issued);
	}

	boolean isUsable(Resource credential) {
		return !credential.flag("revoked") && !isExpired(credential);
	}

	/**
	 * Finds by secret.
	 * @param secret what a caller presents
	 * @return the resource, usable or not
	 * @throws ApiException 404 if there is none
	 */
	Resource require(String secret) {
		Resource credential = table().first("secret", secret);
		if (credential == null) {
			throw notFound();
		}
		return credential;
	}

	/**
	 * Finds a usable one by secret and takes note of its use.
	 * @param secret what a caller presents
	 * @return the resource
	 * @throws ApiException 404 if there is none, or it was revoked or has expired
	 */
	Resource use(String secret) {
		Resource credential = require(secret);
		if (!isUsable(credential)) {
			throw notFound();
		}
		return table().update(credential, (draft) -> draft.set("last_used_at", this.emulation.now()));
	}

	Resource revoke(Resource credential, @Nullable String reason) {
		return (credential.flag("revoked")) ? credential
				: table().update(credential, (draft) -> draft.set("revoked", true).set("revocation_reason", reason));
	}

	/**
	 * Removes all that belong to somebody, whenever one of those is removed.
	 * @param owner what the owners are
	 */
	void removeWith(Shape owner) {
		this.emulation.table(owner)
			.onRemove((removed) -> table().by("subject", removed.id()).forEach((found) -> table().remove(found)));
	}

	// The answer must not tell a secret that never was from one that is over, and must
	// not
	// repeat it.
	ApiException notFound() {
		String what = this.shape.object().replace('_', ' ');
		return new ApiException(404, "resource_not_found", "not found", "No valid " + what + " was found");
	}

	private static long seconds(JsonNode claims, String name) {
		return claims.path(name).asLong(0);
	}

	Table table() {
		return this.emulation.table(this.shape);
	}

}
