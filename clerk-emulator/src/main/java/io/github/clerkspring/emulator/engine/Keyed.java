package io.github.clerkspring.emulator.engine;

import java.util.function.Function;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Common properties of roles, permissions and role sets: a name, a unique key, and a list
 * with a search by both.
 */
public final class Keyed {

	private static final Ordering ORDERING = Ordering.NEWEST_FIRST.by("name", "key");

	private final Shape shape;

	private final Pattern pattern;

	private final String rule;

	/**
	 * Creates the rules of one kind.
	 * @param shape the kind
	 * @param pattern how keys look
	 * @param rule the same in words, to follow on "key must be"
	 */
	public Keyed(Shape shape, String pattern, String rule) {
		this.shape = shape;
		this.pattern = Pattern.compile(pattern);
		this.rule = rule;
	}

	public ObjectNode page(Transaction tx, ApiCall call, Function<Resource, ObjectNode> view) {
		Selection selection = Selection.of(tx.table(this.shape));
		Search.narrow(selection, call.query().text("query"), "name", "key");
		return Paging.of(call).envelope(selection, ORDERING, view);
	}

	/**
	 * Adds the rules of name and key.
	 * @param fields fields with a name and a key
	 * @return a copy with the rules
	 */
	public Fields rules(Fields fields) {
		return fields.notBlank("name").matching(this.pattern, this.rule, "key").unique(this.shape, "key");
	}

	public boolean isTaken(Transaction tx, String key) {
		return tx.table(this.shape).first("key", key) != null;
	}

}
