package io.github.clerkspring.emulator;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.access.AccessFamily;
import io.github.clerkspring.emulator.billing.BillingFamily;
import io.github.clerkspring.emulator.directories.DirectoryFamily;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.enterprise.EnterpriseFamily;
import io.github.clerkspring.emulator.http.ApiDispatcher;
import io.github.clerkspring.emulator.instance.InstanceFamily;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.machines.MachineFamily;
import io.github.clerkspring.emulator.oauth.OAuthFamily;
import io.github.clerkspring.emulator.organizations.OrganizationFamily;
import io.github.clerkspring.emulator.roles.RoleFamily;
import io.github.clerkspring.emulator.seed.SeedDocument;
import io.github.clerkspring.emulator.seed.SeedException;
import io.github.clerkspring.emulator.seed.Seeder;
import io.github.clerkspring.emulator.sessions.SessionFamily;
import io.github.clerkspring.emulator.signin.SignInFamily;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Store;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.templates.TemplateFamily;
import io.github.clerkspring.emulator.tokens.SigningKeys;
import io.github.clerkspring.emulator.tokens.TokenSigner;
import io.github.clerkspring.emulator.users.UserFamily;

/**
 * Assembles the engine: the operations of all families, their store, and the signing keys
 * of tokens. It also performs operations without HTTP.
 */
final class EmulatorEngine {

	/** A family may depend on preceding families. */
	static final List<Family> FAMILIES = List.of(new InstanceFamily(), //
			new UserFamily(), //
			new TemplateFamily(), //
			new RoleFamily(), //
			new OrganizationFamily(), //
			new EnterpriseFamily(), //
			new DirectoryFamily(), //
			new BillingFamily(), //
			new SessionFamily(), //
			new AccessFamily(), //
			new SignInFamily(), //
			new MachineFamily(), //
			new OAuthFamily());

	private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {
	};

	private final SigningKeys keys = new SigningKeys();

	private final Operations operations = new Operations(FAMILIES);

	private final Store store;

	private final ApiDispatcher dispatcher;

	EmulatorEngine(Settings settings, Clock clock) {
		this.store = new Store(clock, this.operations.relations(), settings, this.keys, new TokenSigner(this.keys));
		this.dispatcher = new ApiDispatcher(this.operations, this.store, settings.secretKey());
	}

	SigningKeys keys() {
		return this.keys;
	}

	Operations operations() {
		return this.operations;
	}

	Store store() {
		return this.store;
	}

	ApiDispatcher dispatcher() {
		return this.dispatcher;
	}

	/**
	 * Performs an operation.
	 * @param method the method
	 * @param path the path below {@code /v1}
	 * @param body the body, or null
	 * @return the response, empty without a body; a list is the member {@code data}
	 */
	Map<String, @Nullable Object> call(String method, String path, @Nullable Object body) {
		return map(perform(method, path, body, null));
	}

	/**
	 * Creates a resource.
	 * @param path the path below {@code /v1}
	 * @param body the body
	 * @param id the id of the resource, or null for a generated one
	 * @return the id
	 */
	String create(String path, Map<String, ?> body, @Nullable String id) {
		return String.valueOf(map(perform("POST", path, body, id)).get("id"));
	}

	/**
	 * Creates the resources of a seed.
	 * @param seed the seed in YAML or JSON
	 * @return the resources
	 * @throws SeedException if the seed is invalid
	 */
	ObjectNode seed(String seed) {
		SeedDocument document = SeedDocument.read(seed);
		return transaction(
				(tx) -> new Seeder(tx, (path, body, id) -> Json.of(perform("POST", path, body, id))).seed(document));
	}

	/**
	 * Generates a unique name.
	 * @param prefix the prefix
	 * @return the prefix and random digits
	 */
	String unique(String prefix) {
		return transaction((tx) -> prefix + tx.ids().hex(16));
	}

	<T> T transaction(Function<Transaction, T> action) {
		return this.store.transaction(action);
	}

	void run(Consumer<Transaction> action) {
		this.store.run(action);
	}

	/**
	 * Returns the origins that the instance allows, such as those of native applications.
	 * @return the origins
	 */
	List<String> allowedOrigins() {
		JsonNode instance = Json.of(perform("GET", "/instance", null, null));
		return instance.path("allowed_origins").valueStream().map(JsonNode::asString).toList();
	}

	/**
	 * Resets the store to the initial resources of every instance.
	 */
	void reset() {
		this.keys.reset();
		this.store.reset();
	}

	private @Nullable JsonNode perform(String method, String path, @Nullable Object body, @Nullable String id) {
		List<String> segments = Arrays.asList(path.substring(1).split("/"));
		return this.dispatcher.call(this.dispatcher.find(method, segments), Map.of(), body, id);
	}

	private static Map<String, @Nullable Object> map(@Nullable JsonNode response) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		if (response != null && response.isArray()) {
			map.put("data", JsonMapper.shared().convertValue(response, List.class));
		}
		else if (response != null) {
			map.putAll(JsonMapper.shared().convertValue(response, MAP));
		}
		return map;
	}

}
