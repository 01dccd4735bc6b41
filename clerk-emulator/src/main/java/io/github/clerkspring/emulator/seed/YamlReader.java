package io.github.clerkspring.emulator.seed;

import java.io.Reader;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;

/**
 * Reads the subset of YAML with the types of JSON. Unquoted values other than numbers,
 * booleans and null of JSON are strings, including phone numbers, dates and {@code no}.
 * Tags, anchors, aliases and duplicate keys are rejected.
 */
final class YamlReader {

	private static final int MAXIMUM_SIZE = 16 * 1024 * 1024;

	private static final int MAXIMUM_DEPTH = 50;

	private YamlReader() {
	}

	static @Nullable Node compose(Reader text) {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(MAXIMUM_SIZE);
		options.setNestingDepthLimit(MAXIMUM_DEPTH);
		options.setMaxAliasesForCollections(0);
		options.setAllowDuplicateKeys(false);
		DumperOptions unused = new DumperOptions();
		return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new JsonResolver())
			.compose(text);
	}

	static JsonNode convert(Node node) {
		if (node.getAnchor() != null) {
			throw new SeedException("", line(node), "Anchors and aliases are not read: write things out");
		}
		if (node instanceof MappingNode map && node.getTag().equals(Tag.MAP)) {
			return object(map);
		}
		if (node instanceof SequenceNode list && node.getTag().equals(Tag.SEQ)) {
			ArrayNode array = Json.array();
			list.getValue().forEach((element) -> array.add(convert(element)));
			return array;
		}
		if (node instanceof ScalarNode value) {
			return scalar(value);
		}
		throw new SeedException("", line(node), "The tag " + node.getTag() + " is not read");
	}

	private static ObjectNode object(MappingNode map) {
		ObjectNode object = Json.object();
		for (NodeTuple entry : map.getValue()) {
			if (!(entry.getKeyNode() instanceof ScalarNode key)) {
				throw new SeedException("", line(entry.getKeyNode()), "A key is a text, not a list or an object");
			}
			if (object.has(key.getValue())) {
				throw new SeedException("", line(key), key.getValue() + " is there twice");
			}
			object.set(key.getValue(), convert(entry.getValueNode()));
		}
		return object;
	}

	private static JsonNode scalar(ScalarNode node) {
		Tag tag = node.getTag();
		if (tag.equals(Tag.STR)) {
			return Json.of(node.getValue());
		}
		if (tag.equals(Tag.NULL)) {
			return Json.of(null);
		}
		if (tag.equals(Tag.BOOL) || tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
			try {
				return JsonMapper.shared().readTree(node.getValue());
			}
			catch (JacksonException ex) {
				throw new SeedException("", line(node), "No " + tag + ": " + node.getValue());
			}
		}
		throw new SeedException("", line(node), "The tag " + tag + " is not read");
	}

	private static int line(Node node) {
		return node.getStartMark().getLine() + 1;
	}

	private static final class JsonResolver extends Resolver {

		@Override
		protected void addImplicitResolvers() {
			addImplicitResolver(Tag.NULL, Pattern.compile("|~|null"), "~n\0");
			addImplicitResolver(Tag.NULL, EMPTY, null);
			addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
			addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), "-0123456789");
			addImplicitResolver(Tag.FLOAT, Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?"),
					"-0123456789");
		}

	}

}
