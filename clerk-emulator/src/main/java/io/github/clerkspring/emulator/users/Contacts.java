package io.github.clerkspring.emulator.users;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The rules of contacts: e-mail addresses, phone numbers and wallets.
 */
public final class Contacts {

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

	private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");

	private static final Pattern WALLET = Pattern.compile("0x[0-9a-fA-F]{40}|[1-9A-HJ-NP-Za-km-z]{32,44}");

	private Contacts() {
	}

	/**
	 * Checks a value and brings it into the form in which it is kept.
	 * @param shape the kind
	 * @param value the value
	 * @return the value to keep
	 */
	public static String normalize(Shape shape, String value) {
		String property = shape.object();
		if (shape == UserShapes.EMAIL_ADDRESS) {
			return matching(EMAIL, value.trim().toLowerCase(Locale.ROOT), property,
					property + " must be a valid email address.");
		}
		if (shape == UserShapes.PHONE_NUMBER) {
			return matching(PHONE, value.replaceAll("[\\s()-]", ""), property,
					property + " must be a valid phone number according to E.164 international standard.");
		}
		return matching(WALLET, value, property, property + " must be a valid web3 wallet address.");
	}

	/**
	 * Adds a contact to a user.
	 * @param tx the transaction
	 * @param shape the kind
	 * @param user the user
	 * @param value the value
	 * @param verified whether it counts as verified by an administrator
	 * @param reserved whether it is taken while it is unverified
	 * @return the contact
	 */
	static Resource add(Transaction tx, Shape shape, Resource user, String value, boolean verified, boolean reserved) {
		String normalized = normalize(shape, value);
		requireFree(tx, shape, normalized);
		return tx.create(shape, (draft) -> {
			draft.set("user_id", user.id()).set(shape.object(), normalized);
			draft.set("verification", (verified) ? verifiedByAdmin() : null);
			if (shape != UserShapes.WEB3_WALLET) {
				draft.set("reserved", reserved);
			}
		});
	}

	public static void requireFree(Transaction tx, Shape shape, String value) {
		if (tx.table(shape).first(shape.object(), value) != null) {
			String what = shape.object().replace('_', ' ');
			throw ApiException.parameter("form_identifier_exists", shape.object(), "That " + what + " is taken.",
					"That " + what + " is taken. Please try another.");
		}
	}

	static boolean isVerified(Resource contact) {
		return contact.get("verification") instanceof ObjectNode verification
				&& "verified".equals(verification.path("status").asString());
	}

	/**
	 * Sets the primary contact.
	 * @param tx the transaction
	 * @param shape the kind
	 * @param user the user
	 * @param contact the contact, or null for none
	 */
	static void makePrimary(Transaction tx, Shape shape, Resource user, @Nullable Resource contact) {
		tx.update(user, (draft) -> draft.set(primaryProperty(shape), (contact != null) ? contact.id() : null));
	}

	/**
	 * Removes a contact; the oldest remaining contact becomes the primary one.
	 * @param tx the transaction
	 * @param shape the kind
	 * @param user the user
	 * @param contact the contact
	 */
	static void remove(Transaction tx, Shape shape, Resource user, Resource contact) {
		tx.remove(contact);
		if (contact.id().equals(user.text(primaryProperty(shape)))) {
			makePrimary(tx, shape, user, table(tx, shape).first("user_id", user.id()));
		}
		else {
			tx.update(user, (draft) -> {
			});
		}
	}

	static String primaryProperty(Shape shape) {
		return "primary_" + shape.object() + "_id";
	}

	static ObjectNode verifiedByAdmin() {
		ObjectNode verification = Json.object().put("object", "verification_admin");
		return verification.put("status", "verified").put("strategy", "admin").putNull("attempts").putNull("expire_at");
	}

	private static Table table(Transaction tx, Shape shape) {
		return tx.table(shape);
	}

	private static String matching(Pattern pattern, String value, String property, String message) {
		if (!pattern.matcher(value).matches()) {
			throw ApiException.format(property, message);
		}
		return value;
	}

}
