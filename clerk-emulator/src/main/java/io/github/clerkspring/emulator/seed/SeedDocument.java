package io.github.clerkspring.emulator.seed;

import java.io.StringReader;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;

/**
 * A seed in YAML or JSON, which knows its lines.
 */
public final class SeedDocument {

	private final ObjectNode tree;

	private final @Nullable Node root;

	private SeedDocument(ObjectNode tree, @Nullable Node root) {
		this.tree = tree;
		this.root = root;
	}

	/**
	 * Reads a seed.
	 * @param text the seed in YAML or JSON
	 * @return the document
	 * @throws SeedException if it is neither, or no object
	 */
	public static SeedDocument read(String text) {
		ObjectNode json = json(text);
		return (json != null) ? new SeedDocument(json, null) : yaml(text);
	}

	ObjectNode tree() {
		return this.tree;
	}

	/**
	 * Creates the exception for an error in the document.
	 * @param path the place, as {@code users[2].email_address}
	 * @param message the error
	 * @return the exception, with the line if it is known
	 */
	SeedException error(String path, String message) {
		Node node = this.root;
		int line = 0;
		for (String step : path.split("(?=\\[)|\\.")) {
			NodeTuple found = (node != null) ? child(node, step) : null;
			line = (found != null) ? found.getKeyNode().getStartMark().getLine() + 1 : line;
			node = (found != null) ? found.getValueNode() : null;
		}
		return new SeedException(path, line, message);
	}

	private static @Nullable ObjectNode json(String text) {
		if (!text.stripLeading().startsWith("{")) {
			return null;
		}
		try {
			return (JsonMapper.shared().readTree(text) instanceof ObjectNode object) ? object : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static SeedDocument yaml(String text) {
		try {
			Node root = YamlReader.compose(new StringReader(text));
			JsonNode tree = (root != null) ? YamlReader.convert(root) : Json.object();
			if (tree instanceof ObjectNode object) {
				return new SeedDocument(object, root);
			}
			throw new SeedException("", 1, "A seed is an object, with lists like users and organizations");
		}
		catch (MarkedYAMLException ex) {
			Mark mark = ex.getProblemMark();
			throw new SeedException("", (mark != null) ? mark.getLine() + 1 : 0, String.valueOf(ex.getProblem()));
		}
		catch (YAMLException ex) {
			throw new SeedException("", 0, String.valueOf(ex.getMessage()));
		}
	}

	private static @Nullable NodeTuple child(Node node, String step) {
		if (node instanceof SequenceNode list && step.startsWith("[")) {
			Node element = list.getValue().get(Integer.parseInt(step.substring(1, step.length() - 1)));
			return new NodeTuple(element, element);
		}
		if (node instanceof MappingNode map) {
			return map.getValue()
				.stream()
				.filter((entry) -> entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(step))
				.findFirst()
				.orElse(null);
		}
		return null;
	}

}
