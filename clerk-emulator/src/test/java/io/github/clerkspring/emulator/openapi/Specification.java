package io.github.clerkspring.emulator.openapi;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clerk's published specifications, read from the directory that the system property
 * {@code clerk.openapi} names.
 */
public final class Specification {

	private static final String DIRECTORY = System.getProperty("clerk.openapi", "");

	private static final String OPERATIONS = "operations.csv";

	private static final List<String> VERSIONS = List.of("2026-05-12", "2025-11-10", "2025-04-10", "2025-03-12",
			"2024-10-01", "2021-02-05");

	private static final Map<String, Specification> LOADED = new ConcurrentHashMap<>();

	private final Map<String, Object> document;

	private final SchemaChecker checker;

	private Specification(Map<String, Object> document) {
		this.document = document;
		this.checker = new SchemaChecker(document);
	}

	public static boolean isAvailable() {
		return missing() == null;
	}

	/**
	 * Tells why the tests that need the specifications are skipped.
	 * @return the reason, or null if they are not skipped
	 */
	static @Nullable String missing() {
		if (DIRECTORY.isEmpty()) {
			return "The system property clerk.openapi does not name the directory of Clerk's specifications";
		}
		return Stream.of("bapi", OPERATIONS)
			.filter((file) -> !Files.isReadable(Path.of(DIRECTORY, file)))
			.findFirst()
			.map((file) -> "There is no " + file + " in " + DIRECTORY + ", which clerk.openapi names")
			.orElse(null);
	}

	/**
	 * All operations of all versions.
	 * @return the operations, as {@code GET /users/{user_id}}
	 */
	public static TreeSet<String> operations() {
		try {
			TreeSet<String> operations = new TreeSet<>();
			Files.readAllLines(Path.of(DIRECTORY, OPERATIONS)).stream().skip(1).forEach((line) -> {
				String[] columns = line.split(",", 3);
				operations.add(columns[0] + " " + columns[1]);
			});
			return operations;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Checks an answer against the version that was asked for, else the newest that has
	 * the operation. Operations that no version has are not checked.
	 * @param wanted the version that was asked for, or null
	 * @param operation the operation
	 * @param status the status of the answer
	 * @param body the body, or null if there was none
	 * @return what is wrong, empty if nothing is
	 */
	public static List<String> check(@Nullable String wanted, String operation, int status, @Nullable JsonNode body) {
		String[] parts = operation.split(" ");
		List<String> versions = new ArrayList<>(VERSIONS);
		if (wanted != null) {
			versions.add(0, wanted);
		}
		for (String version : versions) {
			Specification specification = LOADED.computeIfAbsent(version, Specification::load);
			Map<String, Object> found = specification.operation(parts[0].toLowerCase(Locale.ROOT), parts[1]);
			if (!found.isEmpty()) {
				return specification.check(found, status, body);
			}
		}
		return List.of();
	}

	/**
	 * Checks the data of an event against the specification of the webhooks.
	 * @param type the type, as {@code user.created}
	 * @param data the data
	 * @return what is wrong, empty if nothing is
	 */
	public static List<String> checkEvent(String type, JsonNode data) {
		JsonNode event = JsonMapper.shared().createObjectNode().set("data", data);
		return checkWebhook(type, event).stream().filter((problem) -> problem.startsWith("$.data")).toList();
	}

	/**
	 * Checks the body of a webhook.
	 * @param type the type, as {@code user.created}
	 * @param event the whole body
	 * @return what is wrong, empty if nothing is
	 */
	public static List<String> checkWebhook(String type, JsonNode event) {
		Specification specification = webhooks();
		Map<String, Object> webhooks = SchemaChecker.map(specification.document.get("x-webhooks"));
		if (!webhooks.containsKey(type)) {
			return List.of("$.data: there is no event " + type);
		}
		Map<String, Object> node = SchemaChecker.map(webhooks.get(type));
		for (String name : List.of("post", "requestBody", "content", "application/json", "schema")) {
			node = SchemaChecker.map(node.get(name));
		}
		return specification.checker.check(event, node);
	}

	/**
	 * All types of events that the specification has.
	 * @return the types, as {@code user.created}
	 */
	public static TreeSet<String> eventTypes() {
		return new TreeSet<>(SchemaChecker.map(webhooks().document.get("x-webhooks")).keySet());
	}

	/**
	 * The statuses that an operation declares, in its newest version.
	 * @param operation the operation
	 * @return the statuses, empty if no version has the operation
	 */
	public static Set<String> statuses(String operation) {
		String[] parts = operation.split(" ");
		for (String version : VERSIONS) {
			Specification specification = LOADED.computeIfAbsent(version, Specification::load);
			Map<String, Object> found = specification.operation(parts[0].toLowerCase(Locale.ROOT), parts[1]);
			if (!found.isEmpty()) {
				return SchemaChecker.map(found.get("responses")).keySet();
			}
		}
		return Set.of();
	}

	/**
	 * The fields that the body of an operation may have, in any version.
	 * @param operation the operation
	 * @return their names, empty if there is no JSON body
	 */
	public static TreeSet<String> bodyFields(String operation) {
		String[] parts = operation.split(" ");
		TreeSet<String> fields = new TreeSet<>();
		for (String version : VERSIONS) {
			Specification specification = LOADED.computeIfAbsent(version, Specification::load);
			Map<String, Object> node = specification.operation(parts[0].toLowerCase(Locale.ROOT), parts[1]);
			for (String name : List.of("requestBody", "content", "application/json", "schema")) {
				node = specification.checker.resolve(SchemaChecker.map(node.get(name)));
			}
			Map<String, Object> items = specification.checker.resolve(SchemaChecker.map(node.get("items")));
			fields.addAll(SchemaChecker.map(node.get("properties")).keySet());
			fields.addAll(SchemaChecker.map(items.get("properties")).keySet());
		}
		return fields;
	}

	private static Specification webhooks() {
		return LOADED.computeIfAbsent("../webhooks/2025-04-15", Specification::load);
	}

	private List<String> check(Map<String, Object> operation, int status, @Nullable JsonNode body) {
		Map<String, Object> responses = SchemaChecker.map(operation.get("responses"));
		Object response = responses.get(String.valueOf(status));
		if (response == null) {
			boolean anywhere = status == 401 || status == 404 || status == 422 || status == 429 || status >= 500;
			return (anywhere || status == 400 || status == 403) ? List.of()
					: List.of("status " + status + " is not among " + responses.keySet());
		}
		Map<String, Object> content = SchemaChecker
			.map(this.checker.resolve(SchemaChecker.map(response)).get("content"));
		if (content.isEmpty()) {
			// The one page of HTML is described in words only.
			return (body != null && status < 400 && status != 200) ? List.of("a body where none is specified")
					: List.of();
		}
		if (body == null) {
			return List.of("no body");
		}
		Map<String, Object> media = SchemaChecker.map(content.values().iterator().next());
		return this.checker.check(body, SchemaChecker.map(media.get("schema")));
	}

	private Map<String, Object> operation(String method, String template) {
		Map<String, Object> paths = SchemaChecker.map(this.document.get("paths"));
		return SchemaChecker.map(SchemaChecker.map(paths.get(template)).get(method));
	}

	private static Specification load(String version) {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(10_000_000);
		try (Reader reader = Files.newBufferedReader(Path.of(DIRECTORY, "bapi", version + ".yml"))) {
			Map<String, Object> document = new LinkedHashMap<>();
			document.putAll(SchemaChecker.map(new Yaml(new SafeConstructor(options)).load(reader)));
			return new Specification(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
