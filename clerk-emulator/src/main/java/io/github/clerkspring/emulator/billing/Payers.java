package io.github.clerkspring.emulator.billing;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.instance.Images;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.organizations.OrganizationShapes;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;
import io.github.clerkspring.emulator.users.UserView;

/**
 * Users and organizations in their role as payers.
 */
final class Payers {

	static final String USER = "user";

	static final String ORGANIZATION = "org";

	private static final List<String> TEXTS = List.of("user_id", "first_name", "last_name", "email", "organization_id",
			"organization_name");

	private Payers() {
	}

	static void relate(Relations relations) {
		for (Shape owner : List.of(UserShapes.USER, OrganizationShapes.ORGANIZATION)) {
			relations.onRemove(owner, (tx, removed) -> remove(tx, removed.id()));
		}
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
	 * Returns the payer of a user or an organization, which is created on first use.
	 * @param tx the transaction
	 * @param ownerId the id of the user or organization
	 * @return the payer
	 */
	static Resource of(Transaction tx, String ownerId) {
		Resource payer = find(tx, ownerId);
		if (payer != null) {
			return payer;
		}
		tx.find(shape(type(ownerId)), ownerId);
		return tx.create(BillingShapes.PAYER,
				(draft) -> draft.set("instance_id", Settings.of(tx).instanceId()).set("owner_id", ownerId));
	}

	static @Nullable Resource find(Transaction tx, String ownerId) {
		return table(tx).first("owner_id", ownerId);
	}

	static Resource get(Transaction tx, Resource part) {
		return tx.find(BillingShapes.PAYER, part.required("payer_id"));
	}

	static void update(Transaction tx, Resource payer, Consumer<Draft> changes) {
		tx.update(payer, changes);
	}

	static @Nullable Resource paymentMethod(Transaction tx, Resource payer) {
		return tx.table(BillingShapes.PAYMENT_METHOD).first("payer_id", payer.id());
	}

	/**
	 * Shows a payer.
	 * @param tx the transaction
	 * @param payer the payer
	 * @return the response's part
	 */
	static ObjectNode show(Transaction tx, Resource payer) {
		ObjectNode node = payer.toJson();
		Resource owner = owner(tx, payer);
		if (type(payer).equals(USER)) {
			node.put("user_id", owner.id());
			node.set("first_name", Json.of(owner.get("first_name")));
			node.set("last_name", Json.of(owner.get("last_name")));
			node.put("email", UserView.identifier(tx, owner));
		}
		else {
			node.put("organization_id", owner.id()).put("organization_name", owner.text("name"));
		}
		node.put("image_url", Images.url(owner));
		return node.set("credits_balance", Money.show(Money.of(payer, "credits")));
	}

	/**
	 * Shows a payer as before version 2025-11-10: with texts in place of null.
	 * @param tx the transaction
	 * @param payer the payer
	 * @return the response's part
	 */
	static ObjectNode showClassic(Transaction tx, Resource payer) {
		ObjectNode node = show(tx, payer);
		for (String name : TEXTS) {
			if (!node.hasNonNull(name)) {
				node.put(name, "");
			}
		}
		return node;
	}

	static ObjectNode showEvent(Transaction tx, Resource payer) {
		ObjectNode node = showClassic(tx, payer);
		node.remove(List.of("instance_id", "credits_balance"));
		return node;
	}

	/**
	 * Whether a search finds a payer: by the whole of an id, or by a part of a text in
	 * any case.
	 * @param tx the transaction
	 * @param payer the payer
	 * @param text the search text
	 * @return true if it does
	 */
	static boolean matches(Transaction tx, Resource payer, String text) {
		Resource owner = owner(tx, payer);
		if (owner.id().equals(text)) {
			return true;
		}
		if (type(payer).equals(ORGANIZATION)) {
			return Search.contains(owner, "name", text);
		}
		return Search.contains(owner, "first_name", text) || Search.contains(owner, "last_name", text)
				|| Search.contains(UserView.identifier(tx, owner), text);
	}

	private static Resource owner(Transaction tx, Resource payer) {
		return tx.find(shape(type(payer)), payer.required("owner_id"));
	}

	private static void remove(Transaction tx, String ownerId) {
		Resource payer = find(tx, ownerId);
		if (payer != null) {
			BillingShapes.OF_PAYER.forEach((shape) -> tx.table(shape).by("payer_id", payer.id()).forEach(tx::remove));
			tx.remove(payer);
		}
	}

	private static Table table(Transaction tx) {
		return tx.table(BillingShapes.PAYER);
	}

}
