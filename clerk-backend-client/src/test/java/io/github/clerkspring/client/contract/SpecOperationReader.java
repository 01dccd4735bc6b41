package io.github.clerkspring.client.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Reads one operation out of the document of one version.
 */
final class SpecOperationReader {

	private static final String JSON = "application/json";

	private static final String FORM = "multipart/form-data";

	private final Specification specification;

	private final Map<String, Object> document;

	SpecOperationReader(Specification specification, Map<String, Object> document) {
		this.specification = specification;
		this.document = document;
	}

	SpecOperation read(Map<String, String> row) {
		Map<String, Object> path = Specification.map(this.document, "paths", row.get("path"));
		Map<String, Object> operation = Specification.map(path, row.get("method").toLowerCase(Locale.ROOT));
		List<String> variables = new ArrayList<>();
		Map<String, SpecProperty> query = new LinkedHashMap<>();
		readParameters(path.get("parameters"), variables, query);
		readParameters(operation.get("parameters"), variables, query);
		variables
			.sort((one, two) -> row.get("path").indexOf("{" + one + "}") - row.get("path").indexOf("{" + two + "}"));
		Map<String, Object> body = Specification.map(resolve(operation.get("requestBody"), "requestBodies"), "content");
		return new SpecOperation(row.get("method"), row.get("path"), row.get("operationId"), row.get("attr_version"),
				Boolean.TRUE.equals(operation.get("deprecated")), variables, query,
				schema(Specification.map(body, body.containsKey(FORM) ? FORM : JSON)), body.containsKey(FORM),
				schema(Specification.map(success(operation), "content", JSON)));
	}

	private void readParameters(@Nullable Object parameters, List<String> variables, Map<String, SpecProperty> query) {
		for (Object element : (parameters instanceof List<?> list) ? list : List.of()) {
			Map<String, Object> parameter = resolve(element, "parameters");
			String name = (String) parameter.get("name");
			if ("path".equals(parameter.get("in"))) {
				variables.add(name);
			}
			else {
				Map<String, Object> schema = Specification.map(parameter, "schema");
				Map<String, Object> described = new LinkedHashMap<>(schema);
				described.putIfAbsent("description", parameter.get("description"));
				query.put(name, SpecProperty.of(name, SpecSchema.of(this.specification, described), schema,
						Boolean.TRUE.equals(parameter.get("required"))));
			}
		}
	}

	private Map<String, Object> success(Map<String, Object> operation) {
		return Specification.map(operation, "responses")
			.entrySet()
			.stream()
			.filter((response) -> String.valueOf((Object) response.getKey()).startsWith("2"))
			.map((response) -> resolve(response.getValue(), "responses"))
			.findFirst()
			.orElse(Map.of());
	}

	private @Nullable SpecSchema schema(Map<String, Object> media) {
		Map<String, Object> schema = Specification.map(media, "schema");
		return schema.isEmpty() ? null : SpecSchema.of(this.specification, schema);
	}

	private Map<String, Object> resolve(@Nullable Object node, String kind) {
		Map<String, Object> map = Specification.map(node);
		return (map.get("$ref") instanceof String reference)
				? Specification.map(this.document, "components", kind, StringUtils.getFilename(reference)) : map;
	}

}
