package io.github.clerkspring.sample.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the queries of dashboards and rules, and finds in them what is not exported.
 */
final class Queries {

	private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

	private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");

	private static final Pattern SELECTOR = Pattern.compile("\\b(clerk_[a-z_]+)(?:\\{([^}]*)})?");

	private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");

	private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

	private static final Set<String> FUNCTIONS = Set.of("sum", "min", "max", "rate", "increase", "histogram_quantile");

	private Queries() {
	}

	static List<String> ofDashboard(Path file) throws IOException {
		return JsonMapper.shared()
			.readTree(Files.readString(file))
			.findValues("expr")
			.stream()
			.map(JsonNode::asString)
			.toList();
	}

	static List<String> ofRules(Path file) throws IOException {
		Map<String, List<Map<String, List<Map<String, String>>>>> root = new Yaml().load(Files.readString(file));
		return root.get("groups")
			.stream()
			.flatMap((group) -> group.get("rules").stream())
			.map((rule) -> rule.get("expr"))
			.toList();
	}

	static Set<String> unknownNames(String query, Map<String, Set<String>> exported) {
		Set<String> unknown = new TreeSet<>();
		Set<String> labels = new TreeSet<>();
		String bare = RANGE.matcher(TEXT.matcher(query).replaceAll("")).replaceAll("");
		Matcher selectors = SELECTOR.matcher(bare);
		selectors.results().forEach((selector) -> {
			Set<String> known = exported.getOrDefault(selector.group(1), Set.of());
			labels.addAll(known);
			if (!exported.containsKey(selector.group(1))) {
				unknown.add(selector.group(1));
			}
			unknown.addAll(others(selector.group(2), known));
		});
		bare = selectors.replaceAll("");
		GROUPING.matcher(bare).results().forEach((group) -> unknown.addAll(others(group.group(1), labels)));
		unknown.addAll(others(GROUPING.matcher(bare).replaceAll(""), FUNCTIONS));
		return unknown;
	}

	private static Set<String> others(String text, Set<String> known) {
		Set<String> names = new TreeSet<>();
		if (text != null) {
			NAME.matcher(text).results().map(MatchResult::group).forEach(names::add);
		}
		names.removeAll(known);
		return names;
	}

}
