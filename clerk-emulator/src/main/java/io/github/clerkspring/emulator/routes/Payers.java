package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Shape;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Users and organizations as those who pay.
 */
final class Payers {

	static final String USER = "user";

	static final String ORGANIZATION = "org";

	private static final List<String> TEXTS = List.of("user_id", "first_name", "last_name", "email", "organization_id",
			"organization_name");

	private final Emulation emulation;

	private final UserView users;

	Payers(Emulation emulation, UserView users) {
		this.emulation = emulation;
		this.users = users;
		emulation.table(UserShapes.USER).onRemove((user) -> remove(user.id()));
		emulation.table(OrganizationShapes.ORGANIZATION).onRemove((organization) -> remove(organization.id()));
	}

	static String type(String ownerId) {
		return (ownerId.startsWith("org")) ? ORGANIZATION : USER;
	}

	static Shape shape(String type) {
		return (type.equals(ORGANIZATION)) ? OrganizationShapes.ORGANIZATION : UserShapes.USER;
	}

	static String type(Resource payer) {
		return type(payer.required("owner_id"));
	}

	/**
	 * The payer that a user or an organization is, made when it is first asked for.
	 * @param ownerId the id of the user or organization
	 * @return the payer
	 */
	Resource of(String ownerId) {
		Resource payer = find(ownerId);
		if (payer != null) {
			return payer;
		}
		this.emulation.find(shape(type(ownerId)), ownerId);
		return this.emulation.create(BillingShapes.PAYER,
				(draft) -> draft.set("instance_id", this.emulation.settings().instanceId()).set("owner_id", ownerId));
	}

	@Nullable Resource find(String ownerId) {
		return table().first("owner_id", ownerId);
	}

	Resource get(Resource part) {
		return this.emulation.find(BillingShapes.PAYER, part.required("payer_id"));
	}

	void update(Resource payer, Consumer<Draft> changes) {
		table().update(payer, changes);
	}

	@Nullable Resource paymentMethod(Resource payer) {
		return this.emulation.table(BillingShapes.PAYMENT_METHOD).first("payer_id", payer.id());
	}

	/**
	 * Shows a payer.
	 * @param payer the payer
	 * @return the answer's part
	 */
	ObjectNode show(Resource payer) {
		ObjectNode node = payer.toJson();
		Resource owner = owner(payer);
		if (type(payer).equals(USER)) {
			node.put("user_id", owner.id());
			node.set("first_name", Json.of(owner.get("first_name")));
			node.set("last_name", Json.of(owner.get("last_name")));
			node.put("email", this.users.identifier(owner));
		}
		else {
			node.put("organization_id", owner.id()).put("organization_name", owner.text("name"));
		}
		node.put("image_url", this.emulation.imageUrl(owner));
		return node.set("credits_balance", Money.show(Money.of(payer, "credits")));
	}

	/**
	 * Shows a payer as before version 2025-11-10: with texts in place of null.
	 * @param payer the payer
	 * @return the answer's part
	 */
	ObjectNode showClassic(Resource payer) {
		ObjectNode node = show(payer);
		for (String name : TEXTS) {
			if (!node.hasNonNull(name)) {
				node.put(name, "");
			}
		}
		return node;
	}

	ObjectNode showEvent(Resource payer) {
		ObjectNode node = showClassic(payer);
		node.remove(List.of("instance_id", "credits_balance"));
		return node;
	}

	private Resource owner(Resource payer) {
		return this.emulation.find(shape(type(payer)), payer.required("owner_id"));
	}

	private void remove(String ownerId) {
		Resource payer = find(ownerId);
		if (payer != null) {
			BillingShapes.OF_PAYER.forEach((shape) -> this.emulation.table(shape)
				.by("payer_id", payer.id())
				.forEach(this.emulation.table(shape)::remove));
			table().remove(payer);
		}
	}

	private Table table() {
		return this.emulation.table(BillingShapes.PAYER);
	}

}
