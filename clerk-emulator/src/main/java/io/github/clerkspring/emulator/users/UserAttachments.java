package io.github.clerkspring.emulator.users;

import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Resources of users that are created by the Frontend API; the Backend API can only read
 * and delete them.
 */
public final class UserAttachments {

	private static final Fields OWNED = Fields.none().required(FieldType.STRING, "user_id");

	/** The fields of an external account. */
	public static final Fields EXTERNAL_ACCOUNT = OWNED.required(FieldType.STRING, "provider", "provider_user_id")
		.optional(FieldType.STRING, "approved_scopes", "email_address", "first_name", "last_name", "username",
				"phone_number", "label", "image_url")
		.optional(FieldType.BOOLEAN, "email_address_verified")
		.optional(FieldType.OBJECT, "public_metadata");

	/** The fields of a passkey. */
	public static final Fields PASSKEY = OWNED.optional(FieldType.STRING, "name");

	/** The fields of a trusted device. */
	public static final Fields TRUSTED_DEVICE = OWNED.optional(FieldType.STRING, "name", "platform", "app_identifier")
		.oneOf("platform", "ios", "android");

	private static final long VERIFICATION_LIFETIME = 600_000;

	private UserAttachments() {
	}

	/**
	 * Adds an external account.
	 * @param tx the transaction
	 * @param body has the fields of an external account
	 * @return the account
	 * @throws ApiException if the user does not exist
	 */
	public static JsonNode externalAccount(Transaction tx, Body body) {
		String name = body.required("provider");
		String provider = (name.startsWith("oauth_")) ? name : "oauth_" + name;
		return attach(tx, UserShapes.EXTERNAL_ACCOUNT, body, (draft) -> {
			draft.set("provider", provider).set("verification", verification(tx, "verification_oauth", provider));
			draft.set("identification_id", tx.ids().next("idn"));
			draft.set("access_token", tx.ids().token(40));
			body.copy(draft, "provider_user_id", "approved_scopes", "email_address", "first_name", "last_name",
					"username", "phone_number", "label", "image_url", "email_address_verified", "public_metadata");
			if (body.has("image_url")) {
				draft.set("avatar_url", body.required("image_url"));
			}
		});
	}

	/**
	 * Registers a passkey.
	 * @param tx the transaction
	 * @param body has the fields of a passkey
	 * @return the passkey
	 * @throws ApiException if the user does not exist
	 */
	public static JsonNode passkey(Transaction tx, Body body) {
		return attach(tx, UserShapes.PASSKEY, body, (draft) -> {
			draft.set("last_used_at", tx.now());
			draft.set("verification", verification(tx, "verification_passkey", "passkey"));
			body.copy(draft, "name");
		});
	}

	/**
	 * Registers a trusted device.
	 * @param tx the transaction
	 * @param body has the fields of a trusted device
	 * @return the device
	 * @throws ApiException if the user does not exist
	 */
	public static JsonNode trustedDevice(Transaction tx, Body body) {
		return attach(tx, UserShapes.TRUSTED_DEVICE, body, (draft) -> {
			draft.set("app_identifier", "com.example.app");
			body.copy(draft, "name", "platform", "app_identifier");
		});
	}

	private static ObjectNode verification(Transaction tx, String type, String strategy) {
		ObjectNode verification = Json.object().put("object", type).put("status", "verified").put("strategy", strategy);
		return verification.putNull("attempts").put("expire_at", tx.now() + VERIFICATION_LIFETIME);
	}

	private static JsonNode attach(Transaction tx, Shape shape, Body body, Consumer<Draft> values) {
		Resource user = tx.table(UserShapes.USER).find(body.required("user_id"));
		if (user == null) {
			throw ApiException.missingResource("user_id");
		}
		Resource attached = tx.create(shape, (draft) -> {
			draft.set("user_id", user.id());
			values.accept(draft);
		});
		tx.publish("user.updated", UserView.show(tx, user));
		return attached.toJson();
	}

}
