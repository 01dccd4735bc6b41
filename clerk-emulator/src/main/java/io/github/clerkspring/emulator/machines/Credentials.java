package io.github.clerkspring.emulator.machines;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The life of opaque secrets that stand for a subject: M2M tokens, API keys, access
 * tokens.
 */
public final class Credentials {

	/** Fields of the operations that revoke. */
	static final Fields REVOKE = Fields.none().nullable(FieldType.STRING, "revocation_reason");

	private static final int SECRET_LENGTH = 32;

	private final Shape shape;

	public Credentials(Shape shape) {
		this.shape = shape;
	}

	/**
	 * Creates a secret.
	 * @param tx the transaction
	 * @param subject whom it stands for
	 * @param lifetime how long it lives in seconds, or null for ever
	 * @param values sets the other properties
	 * @return the resource, which keeps the secret
	 */
	public Resource issue(Transaction tx, String subject, @Nullable Long lifetime, Consumer<Draft> values) {
		return tx.create(this.shape, id(tx), (draft) -> {
			draft.set("subject", subject).set("expiration", expiration(tx, lifetime));
			draft.set("secret", this.shape.prefix() + "_" + tx.ids().token(SECRET_LENGTH));
			values.accept(draft);
		});
	}

	/**
	 * Generates an id of these resources.
	 * @param tx the transaction
	 * @return the prefix and 32 hexadecimal digits
	 */
	String id(Transaction tx) {
		return this.shape.prefix() + "_" + tx.ids().hex(32);
	}

	/**
	 * The claims that each signed token has.
	 * @param tx the transaction
	 * @param subject whom it stands for
	 * @param lifetime how long it lives, in seconds
	 * @return the claims, to which others can be added
	 */
	public Map<String, Object> claims(Transaction tx, String subject, long lifetime) {
		long now = tx.now() / 1000;
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", Settings.of(tx).issuer());
		claims.put("sub", subject);
		claims.put("iat", now);
		claims.put("nbf", now);
		claims.put("exp", now + lifetime);
		claims.put("jti", id(tx));
		return claims;
	}

	@Nullable Long expiration(Transaction tx, @Nullable Long lifetime) {
		return (lifetime != null) ? tx.now() + lifetime * 1000 : null;
	}

	public ObjectNode show(Transaction tx, Resource credential) {
		return credential.toJson().put("expired", isExpired(tx, credential));
	}

	public boolean isExpired(Transaction tx, Resource credential) {
		return isExpired(credential, tx.now());
	}

	public boolean isExpired(Resource credential, long instant) {
		Long expiration = credential.number("expiration");
		return expiration != null && expiration <= instant;
	}

	public boolean isExpired(Transaction tx, JsonNode claims) {
		return seconds(claims, "exp") * 1000 <= tx.now();
	}

	/**
	 * Adds the properties of opaque tokens to the representation of a signed token.
	 * @param tx the transaction
	 * @param node the representation to add to
	 * @param claims the claims of the token
	 * @return the same node
	 */
	public ObjectNode describe(Transaction tx, ObjectNode node, JsonNode claims) {
		long issued = seconds(claims, "iat") * 1000;
		node.put("revoked", false).putNull("revocation_reason").put("expired", isExpired(tx, claims));
		node.put("expiration", seconds(claims, "exp") * 1000);
		return node.put("created_at", issued).put("updated_at", issued);
	}

	public boolean isUsable(Transaction tx, Resource credential) {
		return !credential.flag("revoked") && !isExpired(tx, credential);
	}

	/**
	 * Finds by secret.
	 * @param tx the transaction
	 * @param secret the secret of the caller
	 * @return the resource, which may be revoked or expired
	 * @throws ApiException 404 if it is unknown
	 */
	public Resource require(Transaction tx, String secret) {
		Resource credential = table(tx).first("secret", secret);
		if (credential == null) {
			throw notFound();
		}
		return credential;
	}

	/**
	 * Finds a valid resource by secret and records its use.
	 * @param tx the transaction
	 * @param secret the secret of the caller
	 * @return the resource
	 * @throws ApiException 404 if it is unknown, revoked or expired
	 */
	Resource use(Transaction tx, String secret) {
		Resource credential = require(tx, secret);
		if (!isUsable(tx, credential)) {
			throw notFound();
		}
		return tx.update(credential, (draft) -> draft.set("last_used_at", tx.now()));
	}

	public Resource revoke(Transaction tx, Resource credential, @Nullable String reason) {
		return (credential.flag("revoked")) ? credential
				: tx.update(credential, (draft) -> draft.set("revoked", true).set("revocation_reason", reason));
	}

	/**
	 * Removes the credentials of an owner together with the owner.
	 * @param relations gets the relation
	 * @param owner the shape of the owners
	 */
	public void removeWith(Relations relations, Shape owner) {
		relations.removeWith(owner, this.shape, "subject");
	}

	// The response must not distinguish an unknown secret from an invalid one, and must
	// not
	// repeat it.
	public ApiException notFound() {
		String what = this.shape.object().replace('_', ' ');
		return new ApiException(404, "resource_not_found", "not found", "No valid " + what + " was found");
	}

	private static long seconds(JsonNode claims, String name) {
		return claims.path(name).asLong(0);
	}

	public Table table(Transaction tx) {
		return tx.table(this.shape);
	}

}
