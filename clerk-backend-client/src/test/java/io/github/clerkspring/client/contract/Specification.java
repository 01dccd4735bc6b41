package io.github.clerkspring.client.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Clerk's published specifications taken together: of each operation and each schema the
 * newest definition counts. The system property {@value #PROPERTY} names their directory.
 */
final class Specification {

	static final String PROPERTY = "clerk.openapi";

	private static final String OPERATIONS = "operations.csv";

	private static final String SCHEMAS = "schemas.csv";

	private static final int CODE_POINT_LIMIT = 16 * 1024 * 1024;

	private static @Nullable Specification loaded;

	private final Map<String, Map<String, Object>> documents = new TreeMap<>();

	private final Map<String, String> newestSchemas = new LinkedHashMap<>();

	private final List<SpecOperation> operations = new ArrayList<>();

	private final Path directory;

	private Specification(Path directory) {
		this.directory = directory;
		rows(OPERATIONS).forEach((row) -> readDocuments(row.get("versions")));
		rows(SCHEMAS).forEach((row) -> this.newestSchemas.put(row.get("schema"), row.get("attr_version")));
		rows(OPERATIONS).forEach((row) -> this.operations.add(operation(row)));
	}

	/**
	 * Return why the tests that need the specifications are skipped, or null if they are
	 * not.
	 */
	static @Nullable String missing() {
		String property = System.getProperty(PROPERTY);
		if (!StringUtils.hasText(property)) {
			return "The system property " + PROPERTY + " does not name the directory of Clerk's specifications";
		}
		return Stream.of(OPERATIONS, SCHEMAS)
			.filter((file) -> !Files.isReadable(locate(Path.of(property)).resolve(file)))
			.findFirst()
			.map((file) -> "There is no " + file + " in " + property + ", which " + PROPERTY + " names")
			.orElse(null);
	}

	/**
	 * Read the specifications once.
	 */
	static synchronized Specification load() {
		if (loaded == null) {
			loaded = new Specification(locate(Path.of(System.getProperty(PROPERTY))));
		}
		return loaded;
	}

	/**
	 * Find a relative directory from the module or from the root of the build.
	 */
	private static Path locate(Path path) {
		for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
			if (Files.isDirectory(base.resolve(path).normalize())) {
				return base.resolve(path).normalize();
			}
		}
		throw new IllegalStateException("No directory " + path + ", which " + PROPERTY + " names");
	}

	List<SpecOperation> operations() {
		return this.operations;
	}

	/**
	 * Return the version that operations are called with unless they say otherwise.
	 */
	String newestVersion() {
		return ((TreeMap<String, ?>) this.documents).lastKey();
	}

	Map<String, Object> schema(String name) {
		Map<String, Object> document = this.documents.get(this.newestSchemas.get(name));
		Assert.state(document != null, () -> "No schema " + name);
		return map(document, "components", "schemas", name);
	}

	/**
	 * Return the examples of the webhooks' payloads: the name of the schema of the data,
	 * and the data themselves.
	 */
	List<Map.Entry<String, Object>> webhookExamples() {
		List<Map.Entry<String, Object>> examples = new ArrayList<>();
		for (Path file : files("webhooks")) {
			Map<String, Object> document = read(file);
			for (Object webhook : map(document, "x-webhooks").values()) {
				Map<String, Object> media = map(webhook, "post", "requestBody", "content", "application/json");
				String schema = dataSchema(media.get("schema"));
				if (schema != null && media.get("example") instanceof Map<?, ?> example) {
					examples.add(Map.entry(schema, example.get("data")));
				}
			}
		}
		return examples;
	}

	private static @Nullable String dataSchema(Object schema) {
		for (Object part : (List<?>) map(schema).getOrDefault("allOf", List.of())) {
			Object reference = map(part, "properties", "data").get("$ref");
			if (reference != null) {
				return StringUtils.getFilename(reference.toString());
			}
		}
		return null;
	}

	private SpecOperation operation(Map<String, String> row) {
		Map<String, Object> document = this.documents.get(row.get("attr_version"));
		return new SpecOperationReader(this, document).read(row);
	}

	private void readDocuments(String versions) {
		for (String version : versions.split(";")) {
			this.documents.computeIfAbsent(version, (key) -> read(this.directory.resolve("bapi/" + key + ".yml")));
		}
	}

	private List<Map<String, String>> rows(String file) {
		try {
			List<String> lines = Files.readAllLines(this.directory.resolve(file));
			String[] names = lines.get(0).split(",");
			List<Map<String, String>> rows = new ArrayList<>();
			for (String line : lines.subList(1, lines.size())) {
				String[] cells = line.split(",", -1);
				Assert.state(cells.length == names.length, () -> file + " has a broken line: " + line);
				Map<String, String> row = new LinkedHashMap<>();
				for (int i = 0; i < names.length; i++) {
					row.put(names[i], cells[i]);
				}
				rows.add(row);
			}
			return rows;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Path> files(String folder) {
		try (var paths = Files.list(this.directory.resolve(folder))) {
			return paths.sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Object> read(Path file) {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(CODE_POINT_LIMIT);
		try (InputStream content = Files.newInputStream(file)) {
			return new Yaml(new SafeConstructor(options)).load(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Walk into nested objects; what is absent is an empty object.
	 */
	@SuppressWarnings("unchecked")
	static Map<String, Object> map(@Nullable Object object, String... path) {
		Map<String, Object> map = (object instanceof Map<?, ?> present) ? (Map<String, Object>) present : Map.of();
		for (String name : path) {
			map = (map.get(name) instanceof Map<?, ?> inner) ? (Map<String, Object>) inner : Map.of();
		}
		return map;
	}

}
