package io.github.clerkspring.emulator;

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

import io.github.clerkspring.emulator.seed.SeedDocument;
import io.github.clerkspring.emulator.seed.SeedException;
import io.github.clerkspring.emulator.seed.Seeder;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Does operations, and what no operation does, for the program itself and without HTTP.
 */
final class InProcess {

	private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {
	};

	private final ApiDispatcher dispatcher;

	private final Instance instance;

	InProcess(ApiDispatcher dispatcher, Instance instance) {
		this.dispatcher = dispatcher;
		this.instance = instance;
	}

	Instance instance() {
		return this.instance;
	}

	/**
	 * Does an operation.
	 * @param method the verb
	 * @param path the path below {@code /v1}
	 * @param body the body, or null
	 * @return the answer, empty if it has no body; a list is found under {@code data}
	 */
	Map<String, @Nullable Object> call(String method, String path, @Nullable Object body) {
		return map(method, path, body, null);
	}

	/**
	 * Creates a resource.
	 * @param path the path below {@code /v1}
	 * @param body the body
	 * @param id the id that the resource gets, or null for a new one
	 * @return the id
	 */
	String create(String path, Map<String, ?> body, @Nullable String id) {
		return String.valueOf(map("POST", path, body, id).get("id"));
	}

	/**
	 * Makes what a seed says.
	 * @param seed the seed in YAML or JSON
	 * @return what was made
	 * @throws SeedException if something is wrong
	 */
	ObjectNode seed(String seed) {
		SeedDocument document = SeedDocument.read(seed);
		return give(
				(tx) -> new Seeder(tx, (path, body, id) -> Json.of(perform("POST", path, body, id))).seed(document));
	}

	/**
	 * Makes a name that no other resource has.
	 * @param prefix the beginning
	 * @return the prefix and random digits
	 */
	String unique(String prefix) {
		return give((tx) -> prefix + tx.ids().hex(16));
	}

	/**
	 * Runs an action as one transaction.
	 * @param action the action
	 * @param <T> the type of its result
	 * @return its result
	 */
	<T> T give(Function<Transaction, T> action) {
		return this.instance.store().transaction(action);
	}

	/**
	 * Runs an action without result as one transaction.
	 * @param action the action
	 */
	void run(Consumer<Transaction> action) {
		this.instance.store().run(action);
	}

	/**
	 * The origins that the instance allows, which are those of native applications.
	 * @return the origins
	 */
	List<String> allowedOrigins() {
		JsonNode instance = Json.of(perform("GET", "/instance", null, null));
		return instance.path("allowed_origins").valueStream().map(JsonNode::asString).toList();
	}

	private Map<String, @Nullable Object> map(String method, String path, @Nullable Object body, @Nullable String id) {
		JsonNode answer = perform(method, path, body, id);
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		if (answer != null && answer.isArray()) {
			map.put("data", JsonMapper.shared().convertValue(answer, List.class));
		}
		else if (answer != null) {
			map.putAll(JsonMapper.shared().convertValue(answer, MAP));
		}
		return map;
	}

	private @Nullable JsonNode perform(String method, String path, @Nullable Object body, @Nullable String id) {
		List<String> segments = Arrays.asList(path.substring(1).split("/"));
		return this.dispatcher.call(this.dispatcher.find(method, segments), Map.of(), body, id);
	}

}
