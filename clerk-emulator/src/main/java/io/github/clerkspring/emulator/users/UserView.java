package io.github.clerkspring.emulator.users;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.instance.Images;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Shows users.
 */
public final class UserView {

	private UserView() {
	}

	public static ObjectNode show(Transaction tx, Resource user) {
		ObjectNode node = user.toJson();
		String image = Images.url(user);
		node.put("profile_image_url", image).put("image_url", image);
		node.set("email_addresses", all(tx, UserShapes.EMAIL_ADDRESS, user));
		node.set("phone_numbers", all(tx, UserShapes.PHONE_NUMBER, user));
		node.set("web3_wallets", all(tx, UserShapes.WEB3_WALLET, user));
		node.set("passkeys", all(tx, UserShapes.PASSKEY, user));
		node.set("external_accounts", all(tx, UserShapes.EXTERNAL_ACCOUNT, user));
		node.set("saml_accounts", Json.array());
		node.set("enterprise_accounts", Json.array());
		return node;
	}

	/**
	 * Returns the public data of a user.
	 * @param tx the transaction
	 * @param user the user
	 * @return the response's part
	 */
	public static ObjectNode publicData(Transaction tx, Resource user) {
		String image = Images.url(user);
		ObjectNode node = Json.object().put("user_id", user.id());
		node.set("first_name", Json.of(user.get("first_name")));
		node.set("last_name", Json.of(user.get("last_name")));
		node.put("profile_image_url", image).put("image_url", image).put("has_image", user.flag("has_image"));
		node.put("identifier", identifier(tx, user));
		node.set("username", Json.of(user.get("username")));
		return node.put("banned", user.flag("banned"));
	}

	/**
	 * Returns the identifier of a user: e-mail address, else phone number, user name,
	 * wallet.
	 * @param tx the transaction
	 * @param user the user
	 * @return the identifier, empty if there is none
	 */
	public static String identifier(Transaction tx, Resource user) {
		return Stream
			.of(first(tx, UserShapes.EMAIL_ADDRESS, "email_address", user, "primary_email_address_id"),
					first(tx, UserShapes.PHONE_NUMBER, "phone_number", user, "primary_phone_number_id"),
					Objects.toString(user.text("username"), ""),
					first(tx, UserShapes.WEB3_WALLET, "web3_wallet", user, "primary_web3_wallet_id"))
			.filter((identifier) -> !identifier.isEmpty())
			.findFirst()
			.orElse("");
	}

	public static List<Resource> owned(Transaction tx, Shape shape, Resource user) {
		return tx.table(shape).by("user_id", user.id());
	}

	public static String fullName(Resource user) {
		String first = user.text("first_name");
		String last = user.text("last_name");
		if (first == null || last == null) {
			return (first != null) ? first : Objects.toString(last, "");
		}
		return first + " " + last;
	}

	private static tools.jackson.databind.node.ArrayNode all(Transaction tx, Shape shape, Resource user) {
		return Json.array(owned(tx, shape, user).stream().map(Resource::toJson).toList());
	}

	private static String first(Transaction tx, Shape shape, String property, Resource user, String primary) {
		String id = user.text(primary);
		Resource found = (id != null) ? tx.table(shape).find(id) : tx.table(shape).first("user_id", user.id());
		return (found != null) ? found.required(property) : "";
	}

}
