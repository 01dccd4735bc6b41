package io.github.clerkspring.emulator;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.OperationScript.Call;
import io.github.clerkspring.emulator.OperationScript.Line;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.openapi.Specification;
import io.github.clerkspring.emulator.store.Store;
import io.github.clerkspring.emulator.store.StoreSnapshot;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls every operation with every kind of refusal: fields that are missing, of another
 * type, out of range or unknown, references to nothing, duplicates, and calls in another
 * state. What is refused must leave the whole instance as it was and publish nothing.
 */
class RefusedOperationTests {

	private static final List<String> VALUES = List.of("null", "7", "-1", "\"\"", "\" \"", "\"nosuch\"", "true", "[]",
			"[\"nosuch\"]", "[{}]", "1.5", "9223372036854775807", "99999999999999999999", "1e400",
			"\"+999999999-01-01T00:00:00Z\"", "{}", "{\"nosuch\":1}", "\"" + "long ".repeat(1000) + "\"");

	private final ApiTester api = ApiTester.start();

	private final EmulatorEngine engine = this.api.emulator().instance().engine();

	private final Store store = this.engine.store();

	private final OperationScript script = new OperationScript();

	private final List<String> events = new ArrayList<>();

	private final Map<String, String> problems = new TreeMap<>();

	private final TreeSet<String> refused = new TreeSet<>();

	private String before = "";

	private int count;

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void changeNothing() {
		this.store.listen((type, data) -> this.events.add(type));
		List<Line> lines = OperationScript.read();
		Map<Line, Call> calls = new LinkedHashMap<>();
		for (Line line : lines) {
			Call call = this.script.call(line);
			calls.put(line, call);
			if (!call.path().startsWith("/__emulator")) {
				tryVariations(line, call);
			}
			this.script.run(this.api, line);
			tryAgain(line, call);
		}
		calls.forEach(this::tryAgain);
		System.out.println(
				"Refused calls that changed nothing: " + this.count + " of " + this.refused.size() + " operations");
		assertThat(this.problems.values()).isEmpty();
		assertThat(this.refused).hasSizeGreaterThan(200);
	}

	private void tryAgain(Line line, Call call) {
		this.before = StoreSnapshot.dump(this.store);
		attempt(line, "again", call, call.path(), call.body());
	}

	private void tryVariations(Line line, Call call) {
		this.before = StoreSnapshot.dump(this.store);
		String[] parts = call.path().split("\\?", 2);
		String[] segments = parts[0].split("/");
		for (int i = 2; i < segments.length; i++) {
			String[] changed = segments.clone();
			changed[i] = "nosuch";
			attempt(line, "unknown " + segments[i], call, String.join("/", changed), call.body());
		}
		for (String query : List.of("limit=x", "offset=x", "order_by=nosuch", "__clerk_api_version=1999-01-01")) {
			attempt(line, query, call, parts[0] + "?" + query, call.body());
		}
		if (call.upload()) {
			attempt(line, "no file", call, call.path(), "--B--\r\n");
		}
		else {
			bodies(call).forEach((what, body) -> attempt(line, what, call, call.path(), body));
		}
	}

	private Map<String, @Nullable String> bodies(Call call) {
		Map<String, @Nullable String> bodies = new LinkedHashMap<>();
		if (call.method().equals("GET")) {
			return bodies;
		}
		bodies.put("no body", null);
		bodies.put("broken body", "{");
		bodies.put("a text as body", "\"x\"");
		bodies.put("an empty object as body", "{}");
		bodies.put("a list as body", "[{}]");
		JsonNode body = (call.body() != null) ? JsonMapper.shared().readTree(call.body())
				: JsonMapper.shared().createObjectNode();
		boolean list = body instanceof ArrayNode;
		ObjectNode fields = (ObjectNode) ((list) ? body.get(0) : body);
		TreeSet<String> names = new TreeSet<>(fields.propertyNames());
		if (Specification.isAvailable()) {
			names.addAll(Specification.bodyFields(operation(call)));
		}
		names.add("unknown_field");
		for (String name : names) {
			ObjectNode without = fields.deepCopy();
			without.remove(name);
			bodies.put("no " + name, text(without, list));
			for (String value : VALUES) {
				ObjectNode with = fields.deepCopy();
				with.set(name, JsonMapper.shared().readTree(value));
				bodies.put(name + " " + value.substring(0, Math.min(20, value.length())), text(with, list));
			}
		}
		return bodies;
	}

	private String operation(Call call) {
		String path = call.path().replaceAll("\\?.*", "");
		List<String> segments = List.of(path.substring(1).split("/"));
		Operations.Match match = this.engine.operations().find(call.method(), segments);
		assertThat(match).as(path).isNotNull();
		return match.route().operation();
	}

	private static String text(ObjectNode body, boolean list) {
		// In a list the good one comes first, so that something was written before the
		// bad
		return (list) ? "[{\"email_address\":\"first@example.org\"}," + body + "]" : body.toString();
	}

	private void attempt(Line line, String what, Call call, String path, @Nullable String body) {
		StoreSnapshot snapshot = StoreSnapshot.of(this.store);
		this.events.clear();
		this.api.as((call.credential() != null) ? call.credential() : this.api.emulator().secretKey());
		String type = (call.upload()) ? "multipart/form-data; boundary=B" : "application/json";
		HttpResponse<String> response = this.api.send(this.api.request(path).header("Content-Type", type),
				call.method(), body);
		if (response.statusCode() < 400) {
			snapshot.restore();
			return;
		}
		List<RecordedRequest> requests = this.api.emulator().requests();
		String operation = requests.get(requests.size() - 1).operation();
		if (operation == null) {
			return;
		}
		this.count++;
		this.refused.add(operation);
		String after = StoreSnapshot.dump(this.store);
		String where = "line " + line.number() + ", " + call.method() + " " + path + ", " + what + ": "
				+ response.statusCode() + " ";
		if (response.statusCode() >= 500) {
			this.problems.putIfAbsent(operation + " 500", where + response.body());
		}
		checkError(operation, where, response);
		if (!after.equals(this.before)) {
			this.problems.putIfAbsent(operation + " store", where + "changed the store: " + difference(after));
			snapshot.restore();
		}
		if (!this.events.isEmpty()) {
			this.problems.putIfAbsent(operation + " events", where + "published " + this.events);
		}
	}

	private void checkError(String operation, String where, HttpResponse<String> response) {
		JsonNode error = JsonMapper.shared().readTree(response.body()).at("/errors/0");
		if (error.path("code").asString("").startsWith("form_") && error.path("meta").isEmpty()) {
			this.problems.putIfAbsent(operation + " name", where + "names no parameter: " + error);
		}
		Set<String> declared = (Specification.isAvailable()) ? Specification.statuses(operation) : Set.of();
		if (response.statusCode() == 422 && !declared.contains("422") && declared.contains("400")) {
			this.problems.putIfAbsent(operation + " status", where + "only 400 is declared: " + error);
		}
	}

	private String difference(String after) {
		List<String> lines = new ArrayList<>(after.lines().toList());
		this.before.lines().forEach(lines::remove);
		String first = (lines.isEmpty()) ? "something is gone" : lines.get(0);
		return first.substring(0, Math.min(300, first.length()));
	}

}
