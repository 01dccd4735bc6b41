package io.github.clerkspring.emulator.users;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiVersion;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Bulk;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Creates and changes users.
 */
public final class UserWriter {

	private static final Pattern USERNAME = Pattern.compile("[\\w-]{4,64}");

	private static final String[] METADATA = { "public_metadata", "private_metadata", "unsafe_metadata" };

	static final Fields METADATA_FIELDS = Fields.none().nullable(FieldType.OBJECT, METADATA);

	private static final Fields COMMON = METADATA_FIELDS
		.nullable(FieldType.STRING, "external_id", "first_name", "last_name", "locale", "timezone", "username",
				"password")
		.nullable(FieldType.STRING, "password_digest", "password_hasher", "totp_secret")
		.nullable(FieldType.BOOLEAN, "skip_password_checks", "delete_self_enabled", "skip_legal_checks")
		.nullable(FieldType.BOOLEAN, "create_organization_enabled", "bypass_client_trust")
		.nullable(FieldType.INTEGER, "create_organizations_limit")
		.nullable(FieldType.INSTANT, "legal_accepted_at", "created_at")
		.optional(FieldType.STRINGS, "backup_codes");

	private static final Fields CREATE = COMMON
		.optional(FieldType.STRINGS, "email_address", "phone_number", "web3_wallet")
		.optional(FieldType.STRINGS, "email_address_identification_status", "phone_number_identification_status")
		.oneOf("email_address_identification_status", "verified", "reserved")
		.oneOf("phone_number_identification_status", "verified", "reserved")
		.nullable(FieldType.BOOLEAN, "skip_password_requirement", "skip_user_requirement", "banned", "locked");

	private static final Fields UPDATE = COMMON
		.nullable(FieldType.STRING, "primary_email_address_id", "primary_phone_number_id", "primary_web3_wallet_id")
		.nullable(FieldType.STRING, "profile_image_id")
		.nullable(FieldType.BOOLEAN, "notify_primary_email_address_changed", "sign_out_of_other_sessions");

	private static final String[] PLAIN = { "external_id", "first_name", "last_name", "locale", "timezone",
			"delete_self_enabled", "create_organization_enabled", "create_organizations_limit", "bypass_client_trust" };

	private UserWriter() {
	}

	public static Resource create(Transaction tx, ApiCall call) {
		Body body = call.body(CREATE);
		checkNew(tx, body);
		Resource user = call.create(tx, UserShapes.USER, (draft) -> {
			body.copy(draft, "banned", "locked");
			body.copy(draft, METADATA);
		});
		tx.update(user, (draft) -> apply(tx, body, draft, user));
		addContacts(tx, body, user, UserShapes.EMAIL_ADDRESS);
		addContacts(tx, body, user, UserShapes.PHONE_NUMBER);
		addContacts(tx, body, user, UserShapes.WEB3_WALLET);
		return user;
	}

	static Resource update(Transaction tx, ApiCall call, Resource user) {
		Body body = call.body(call.version().isBefore(ApiVersion.LATEST.value()) ? UPDATE : UPDATE.without(METADATA));
		checkUnique(tx, body, user);
		primary(tx, body, user, UserShapes.EMAIL_ADDRESS);
		primary(tx, body, user, UserShapes.PHONE_NUMBER);
		primary(tx, body, user, UserShapes.WEB3_WALLET);
		return tx.update(user, (draft) -> {
			body.copy(draft, METADATA);
			apply(tx, body, draft, user);
		});
	}

	private static void apply(Transaction tx, Body body, Draft draft, Resource user) {
		body.copy(draft, PLAIN);
		if (body.has("username")) {
			String username = body.text("username");
			draft.set("username", (username == null || username.isEmpty()) ? null : username.toLowerCase(Locale.ROOT));
		}
		instant(body.instant("legal_accepted_at"), (value) -> draft.set("legal_accepted_at", value));
		instant(body.instant("created_at"), draft::createdAt);
		Passwords.apply(body, draft, user.id(), tx.now());
		String totp = body.text("totp_secret");
		if (totp != null) {
			Passwords.checkTotpSecret(totp);
			draft.set("totp_secret", totp).set("totp_enabled", true).set("two_factor_enabled", true);
			draft.set("mfa_enabled_at", tx.now());
		}
		if (!body.texts("backup_codes").isEmpty()) {
			draft.set("backup_codes", body.texts("backup_codes")).set("backup_code_enabled", true);
		}
	}

	private static void checkNew(Transaction tx, Body body) {
		boolean identified = List.of("email_address", "phone_number", "web3_wallet")
			.stream()
			.anyMatch((kind) -> !body.texts(kind).isEmpty());
		if (!identified && body.text("username") == null && !body.flag("skip_user_requirement", false)) {
			throw new ApiException(422, "form_data_missing", "missing data",
					"[\"email_address\"] data doesn't match user requirements set for this instance",
					Map.of("param_names", List.of("email_address")));
		}
		checkUnique(tx, body, null);
		for (Shape shape : List.of(UserShapes.EMAIL_ADDRESS, UserShapes.PHONE_NUMBER, UserShapes.WEB3_WALLET)) {
			List<String> values = body.texts(shape.object())
				.stream()
				.map((value) -> Contacts.normalize(shape, value))
				.toList();
			values.forEach((value) -> Contacts.requireFree(tx, shape, value));
			Bulk.requireDistinct(shape.object(), values);
		}
	}

	private static void checkUnique(Transaction tx, Body body, @Nullable Resource user) {
		String username = body.text("username");
		if (username != null && !username.isEmpty()) {
			if (!USERNAME.matcher(username).matches()) {
				String code = (username.length() < 4 || username.length() > 64) ? "form_username_invalid_length"
						: "form_username_invalid_character";
				throw ApiException.parameter(code, "username", "is invalid",
						"username must have 4 to 64 letters, digits, underscores or dashes.");
			}
			requireFree(tx, "username", username.toLowerCase(Locale.ROOT), user);
		}
		String externalId = body.text("external_id");
		if (externalId != null) {
			requireFree(tx, "external_id", externalId, user);
		}
	}

	private static void requireFree(Transaction tx, String property, String value, @Nullable Resource user) {
		Resource present = users(tx).first(property, value);
		if (present != null && present != user) {
			throw ApiException.parameter("form_identifier_exists", property,
					"That " + property.replace('_', ' ') + " is taken.",
					"That " + property.replace('_', ' ') + " is taken. Please try another.");
		}
	}

	private static void addContacts(Transaction tx, Body body, Resource user, Shape shape) {
		List<String> statuses = body.texts(shape.object() + "_identification_status");
		List<String> values = body.has(shape.object()) ? body.texts(shape.object()) : List.of();
		for (int i = 0; i < values.size(); i++) {
			boolean reserved = i < statuses.size() && statuses.get(i).equals("reserved");
			Resource contact = Contacts.add(tx, shape, user, values.get(i), !reserved, reserved);
			if (i == 0) {
				Contacts.makePrimary(tx, shape, user, contact);
			}
		}
	}

	private static void primary(Transaction tx, Body body, Resource user, Shape shape) {
		String property = Contacts.primaryProperty(shape);
		String id = body.text(property);
		if (id != null) {
			Resource contact = tx.table(shape).find(id);
			if (contact == null || !user.id().equals(contact.text("user_id"))) {
				throw ApiException.missingResource(property);
			}
			if (!Contacts.isVerified(contact)) {
				throw ApiException.parameter("form_param_value_invalid", property, "is invalid",
						property + " must name a verified identification of the user.");
			}
			Contacts.makePrimary(tx, shape, user, contact);
		}
	}

	private static Table users(Transaction tx) {
		return tx.table(UserShapes.USER);
	}

	private static void instant(@Nullable Long instant, LongConsumer action) {
		if (instant != null) {
			action.accept(instant);
		}
	}

	static void metadata(Body body, Draft draft, Resource resource, boolean merge) {
		for (String name : METADATA) {
			ObjectNode value = body.object(name);
			if (value != null) {
				draft.set(name, (merge) ? Json.merge(resource.object(name), value) : value);
			}
		}
	}

}
