package io.github.clerkspring.emulator.seed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserAttachments;

/**
 * Creates the resources of a seed. An entry of most lists is the body of the operation
 * that creates the resource, and may prescribe its id; the order of the lists does not
 * matter.
 */
public final class Seeder {

	private static final String ID = "id";

	private final Map<String, Step> steps = new LinkedHashMap<>();

	private final Creator creator;

	/**
	 * Creates a seeder.
	 * @param tx the transaction
	 * @param creator does the operations that create
	 */
	public Seeder(Transaction tx, Creator creator) {
		this.creator = creator;
		BillingSeed billing = new BillingSeed(tx);
		this.steps.put("roles", (entry) -> RoleSeed.role(tx, entry));
		this.steps.put("plans", billing::plan);
		this.steps.put("discounts", billing::discount);
		this.steps.put("users", this::user);
		this.steps.put("organizations", this::organization);
		this.steps.put("cards", billing::card);
		this.steps.put("subscriptions", billing::subscription);
		this.steps.put("external_accounts",
				(entry) -> UserAttachments.externalAccount(tx, entry.body(UserAttachments.EXTERNAL_ACCOUNT)));
		this.steps.put("passkeys", (entry) -> UserAttachments.passkey(tx, entry.body(UserAttachments.PASSKEY)));
		this.steps.put("trusted_devices",
				(entry) -> UserAttachments.trustedDevice(tx, entry.body(UserAttachments.TRUSTED_DEVICE)));
		this.steps.put("sessions", (entry) -> create(entry, false));
		this.steps.put("invitations", (entry) -> create(entry, false));
		this.steps.put("waitlist_entries", (entry) -> create(entry, false));
		this.steps.put("api_keys", (entry) -> create(entry, false));
		for (String name : List.of("allowlist_identifiers", "blocklist_identifiers", "redirect_urls", "jwt_templates",
				"machines", "oauth_applications")) {
			this.steps.put(name, (entry) -> create(entry, true));
		}
	}

	/**
	 * Creates all resources.
	 * @param document the seed
	 * @return the responses, in lists that are called as in the seed
	 * @throws SeedException if something is wrong
	 */
	public ObjectNode seed(SeedDocument document) {
		ObjectNode tree = document.tree();
		for (String name : tree.propertyNames()) {
			if (!this.steps.containsKey(name)) {
				throw document.error(name,
						"There is no such list; those that are: " + String.join(", ", this.steps.keySet()));
			}
		}
		ObjectNode answers = Json.object();
		this.steps.forEach((name, step) -> {
			JsonNode list = tree.get(name);
			if (list != null && !list.isNull()) {
				answers.set(name, each(document, name, list, step));
			}
		});
		return answers;
	}

	private JsonNode user(SeedEntry entry) {
		for (String name : List.of("email_address", "phone_number", "web3_wallet")) {
			JsonNode value = entry.fields().get(name);
			if (value != null && value.isString()) {
				entry.fields().set(name, Json.array(List.of(value)));
			}
		}
		if (!entry.fields().has("skip_user_requirement")) {
			entry.fields().put("skip_user_requirement", true);
		}
		return create(entry, true);
	}

	private JsonNode organization(SeedEntry entry) {
		if (!entry.fields().has("max_allowed_memberships")) {
			entry.fields().put("max_allowed_memberships", 0);
		}
		Map<String, JsonNode> parts = new LinkedHashMap<>();
		for (String name : List.of("memberships", "invitations", "domains")) {
			JsonNode part = entry.fields().remove(name);
			if (part != null && !part.isNull()) {
				parts.put(name, part);
			}
		}
		JsonNode organization = create(entry, true);
		String path = "/organizations/" + organization.get(ID).asString() + "/";
		parts.forEach((name, part) -> each(entry.document(), entry.path() + "." + name, part,
				(child) -> create(child, path + name, child.id(name.equals("memberships")))));
		return organization;
	}

	private JsonNode create(SeedEntry entry, boolean identified) {
		return create(entry, "/" + entry.list(), entry.id(identified));
	}

	private JsonNode create(SeedEntry entry, String path, @Nullable String id) {
		return this.creator.create(path, entry.fields(), id);
	}

	private static ArrayNode each(SeedDocument document, String path, JsonNode list, Step step) {
		if (!list.isArray()) {
			throw document.error(path, "This is a list");
		}
		ArrayNode answers = Json.array();
		for (int i = 0; i < list.size(); i++) {
			answers.add(one(document, path + "[" + i + "]", list.get(i), step));
		}
		return answers;
	}

	private static JsonNode one(SeedDocument document, String path, JsonNode entry, Step step) {
		if (!(entry instanceof ObjectNode fields)) {
			throw document.error(path, "This is an object");
		}
		try {
			return step.make(new SeedEntry(document, path, fields.deepCopy()));
		}
		catch (ApiException ex) {
			String parameter = ex.parameter();
			throw document.error((parameter != null) ? path + "." + parameter : path, ex.longMessage());
		}
		catch (SeedException ex) {
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			throw document.error(path, String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Does an operation that creates something.
	 */
	@FunctionalInterface
	public interface Creator {

		/**
		 * Creates a resource.
		 * @param path the path below {@code /v1}
		 * @param body the body
		 * @param id the id that the resource gets, or null for a new one
		 * @return the response
		 * @throws ApiException if it is refused
		 */
		JsonNode create(String path, ObjectNode body, @Nullable String id);

	}

	@FunctionalInterface
	private interface Step {

		JsonNode make(SeedEntry entry);

	}

}
