package io.github.clerkspring.emulator.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.Relations;

/**
 * All operations, found by verb and path. A literal segment wins over a name in braces.
 * The families are made when the first one is looked for, since the first emulator of a
 * process would wait for hundreds of handlers to be linked.
 */
public final class Operations {

	private final Node root = new Node();

	private final Map<String, Route> routes = new HashMap<>();

	private final Relations relations = new Relations();

	private final List<? extends Family> families;

	private volatile boolean loaded;

	/**
	 * Creates a table.
	 * @param families the families, which add their relations now and their operations
	 * when the first is searched: that takes 75 ms of CPU in a new JVM, which a start
	 * without requests does not need
	 */
	public Operations(List<? extends Family> families) {
		this.families = families;
		families.forEach((family) -> family.relate(this.relations));
	}

	/**
	 * Returns the relations of all families.
	 * @return the relations
	 */
	public Relations relations() {
		return this.relations;
	}

	public void get(String template, Handler handler) {
		add("GET", template, handler, UnaryOperator.identity());
	}

	public void post(String template, Handler handler) {
		add("POST", template, handler, UnaryOperator.identity());
	}

	public void put(String template, Handler handler) {
		add("PUT", template, handler, UnaryOperator.identity());
	}

	public void patch(String template, Handler handler) {
		add("PATCH", template, handler, UnaryOperator.identity());
	}

	public void delete(String template, Handler handler) {
		add("DELETE", template, handler, UnaryOperator.identity());
	}

	/**
	 * Adds an operation that is not answered with 200, JSON and for the secret key.
	 * @param method the verb
	 * @param template the path below {@code /v1}
	 * @param handler does the work
	 * @param changes changes the defaults
	 */
	public void add(String method, String template, Handler handler, UnaryOperator<Route> changes) {
		Route route = changes.apply(new Route(method, template, 200, "application/json", Access.SECRET_KEY, handler));
		if (this.routes.putIfAbsent(route.operation(), route) != null) {
			throw new IllegalStateException("Two handlers for " + route.operation());
		}
		Node node = this.root;
		for (String segment : route.segments()) {
			node = node.child(segment);
		}
		node.routes.put(method, route);
	}

	/**
	 * The operations, as {@code GET /users/{user_id}}.
	 * @return a copy
	 */
	public Set<String> operations() {
		load();
		return Set.copyOf(this.routes.keySet());
	}

	/**
	 * Finds the operation of a request.
	 * @param method the HTTP method
	 * @param segments the decoded segments of the path below {@code /v1}
	 * @return the match, or null for an unknown operation
	 */
	public @Nullable Match find(String method, List<String> segments) {
		load();
		List<String> variables = new ArrayList<>();
		Route route = find(this.root, method, segments, 0, variables);
		return (route != null) ? new Match(route, variables(route, variables)) : null;
	}

	private void load() {
		if (!this.loaded) {
			register();
		}
	}

	private synchronized void register() {
		if (!this.loaded) {
			this.families.forEach((family) -> family.register(this));
			this.loaded = true;
		}
	}

	private @Nullable Route find(Node node, String method, List<String> segments, int depth, List<String> variables) {
		if (depth == segments.size()) {
			return node.routes.get(method);
		}
		Node literal = node.children.get(segments.get(depth));
		Route route = (literal != null) ? find(literal, method, segments, depth + 1, variables) : null;
		if (route == null && node.variable != null) {
			variables.add(segments.get(depth));
			route = find(node.variable, method, segments, depth + 1, variables);
			if (route == null) {
				variables.remove(variables.size() - 1);
			}
		}
		return route;
	}

	private static Map<String, String> variables(Route route, List<String> values) {
		Map<String, String> variables = new HashMap<>();
		int next = 0;
		for (String segment : route.segments()) {
			if (segment.startsWith("{")) {
				variables.put(segment.substring(1, segment.length() - 1), values.get(next++));
			}
		}
		return variables;
	}

	/**
	 * An operation and the values in its path.
	 *
	 * @param route the operation
	 * @param variables the values by name
	 */
	public record Match(Route route, Map<String, String> variables) {

	}

	private static final class Node {

		private final Map<String, Node> children = new HashMap<>();

		private final Map<String, Route> routes = new HashMap<>();

		private @Nullable Node variable;

		private Node child(String segment) {
			if (!segment.startsWith("{")) {
				return this.children.computeIfAbsent(segment, (key) -> new Node());
			}
			Node child = this.variable;
			if (child == null) {
				child = new Node();
				this.variable = child;
			}
			return child;
		}

	}

}
