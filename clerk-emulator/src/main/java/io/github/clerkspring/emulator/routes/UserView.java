package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Shape;

/**
 * Shows users.
 */
final class UserView {

	private final Emulation emulation;

	UserView(Emulation emulation) {
		this.emulation = emulation;
	}

	ObjectNode show(Resource user) {
		ObjectNode node = user.toJson();
		String image = this.emulation.imageUrl(user);
		node.put("profile_image_url", image).put("image_url", image);
		node.set("email_addresses", all(UserShapes.EMAIL_ADDRESS, user));
		node.set("phone_numbers", all(UserShapes.PHONE_NUMBER, user));
		node.set("web3_wallets", all(UserShapes.WEB3_WALLET, user));
		node.set("passkeys", all(UserShapes.PASSKEY, user));
		node.set("external_accounts", all(UserShapes.EXTERNAL_ACCOUNT, user));
		node.set("saml_accounts", Json.array());
		node.set("enterprise_accounts", Json.array());
		return node;
	}

	/**
	 * What other users may see of a user.
	 * @param user the user
	 * @return the answer's part
	 */
	ObjectNode publicData(Resource user) {
		String image = this.emulation.imageUrl(user);
		ObjectNode node = Json.object().put("user_id", user.id());
		node.set("first_name", Json.of(user.get("first_name")));
		node.set("last_name", Json.of(user.get("last_name")));
		node.put("profile_image_url", image).put("image_url", image).put("has_image", user.flag("has_image"));
		node.put("identifier", identifier(user));
		node.set("username", Json.of(user.get("username")));
		return node.put("banned", user.flag("banned"));
	}

	/**
	 * What a user signs in with: e-mail address, else phone number, user name, wallet.
	 * @param user the user
	 * @return the identifier, empty if there is none
	 */
	String identifier(Resource user) {
		return Stream
			.of(first(UserShapes.EMAIL_ADDRESS, "email_address", user, "primary_email_address_id"),
					first(UserShapes.PHONE_NUMBER, "phone_number", user, "primary_phone_number_id"),
					Objects.toString(user.text("username"), ""),
					first(UserShapes.WEB3_WALLET, "web3_wallet", user, "primary_web3_wallet_id"))
			.filter((identifier) -> !identifier.isEmpty())
			.findFirst()
			.orElse("");
	}

	List<Resource> owned(Shape shape, Resource user) {
		return this.emulation.table(shape).by("user_id", user.id());
	}

	String fullName(Resource user) {
		return Stream.of(user.text("first_name"), user.text("last_name"))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
	}

	private tools.jackson.databind.node.ArrayNode all(Shape shape, Resource user) {
		return Json.array(owned(shape, user).stream().map(Resource::toJson).toList());
	}

	private String first(Shape shape, String property, Resource user, String primary) {
		String id = user.text(primary);
		Resource found = (id != null) ? this.emulation.table(shape).find(id)
				: this.emulation.table(shape).first("user_id", user.id());
		return (found != null) ? found.required(property) : "";
	}

}
