package io.github.clerkspring.webhook.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Clerk's webhook specification, in the directory of the system property
 * {@code clerk.openapi}.
 */
final class WebhookSpecification {

	private final Map<String, Object> document;

	private WebhookSpecification(Map<String, Object> document) {
		this.document = document;
	}

	static WebhookSpecification load() {
		String directory = System.getProperty("clerk.openapi");
		Assumptions.assumeTrue(directory != null, "no Clerk specifications: set -Dclerk.openapi=DIRECTORY");
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(1000);
		options.setCodePointLimit(10_000_000);
		try (var reader = Files.newBufferedReader(Path.of(directory, "webhooks", "2025-04-15.yml"))) {
			return new WebhookSpecification(new Yaml(options).load(reader));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Set<String> types() {
		return webhooks().keySet();
	}

	List<Object> examples(String type) {
		Map<String, Object> content = content(type);
		List<Object> examples = new ArrayList<>();
		if (content.containsKey("example")) {
			examples.add(content.get("example"));
		}
		for (Object example : map(content, "examples").values()) {
			examples.add(map(resolve(example)).get("value"));
		}
		return examples;
	}

	Set<String> dataProperties(String type) {
		Set<String> names = new LinkedHashSet<>();
		collect(map(properties(content(type).get("schema")).get("data")), names);
		return names;
	}

	private void collect(Map<String, Object> schema, Set<String> names) {
		Map<String, Object> resolved = map(resolve(schema));
		names.addAll(map(resolved, "properties").keySet());
		if (resolved.get("allOf") instanceof Collection<?> parts) {
			parts.forEach((part) -> collect(map(part), names));
		}
	}

	private Map<String, Object> properties(Object schema) {
		Map<String, Object> all = new LinkedHashMap<>();
		if (map(schema).get("allOf") instanceof Collection<?> parts) {
			parts.forEach((part) -> all.putAll(map(map(resolve(part)), "properties")));
		}
		return all;
	}

	private Map<String, Object> content(String type) {
		Map<String, Object> operation = map(map(webhooks(), type), "post");
		return map(map(map(operation, "requestBody"), "content"), "application/json");
	}

	private Map<String, Object> webhooks() {
		return map(this.document, "x-webhooks");
	}

	private Object resolve(Object node) {
		if (map(node).get("$ref") instanceof String reference) {
			Map<String, Object> target = this.document;
			for (String step : reference.substring(2).split("/")) {
				target = map(target, step);
			}
			return target;
		}
		return node;
	}

	private static Map<String, Object> map(Map<String, Object> parent, String name) {
		return parent.containsKey(name) ? map(parent.get(name)) : Map.of();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object node) {
		return (Map<String, Object>) node;
	}

}
