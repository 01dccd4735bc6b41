package io.github.clerkspring.emulator.engine;

import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * What roles, permissions and role sets have in common: a name, a key that no other has,
 * and a list in which both are searched.
 */
public final class Keyed {

	private static final Ordering ORDERING = Ordering.NEWEST_FIRST.by("name", "key");

	private final Shape shape;

	private final Pattern pattern;

	private final String rule;

	/**
	 * Makes the rules of one kind.
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
	 * Checks name and key, as far as they were sent.
	 * @param tx the transaction
	 * @param body the body
	 * @param owner what is to have them, or null if that is not there yet
	 */
	public void check(Transaction tx, Body body, @Nullable Resource owner) {
		checkName(body);
		String key = body.text("key");
		if (key == null) {
			return;
		}
		if (!this.pattern.matcher(key).matches()) {
			throw ApiException.format("key", "key must be " + this.rule + ".");
		}
		if (isTaken(tx, key, owner)) {
			throw ApiException.parameter("form_identifier_exists", "key", "already exists",
					"There is already a " + this.shape.object().replace('_', ' ') + " with the key " + key);
		}
	}

	public boolean isTaken(Transaction tx, String key, @Nullable Resource owner) {
		Resource present = tx.table(this.shape).first("key", key);
		return present != null && present != owner;
	}

	public static void checkName(Body body) {
		String name = body.text("name");
		if (name != null && name.isBlank()) {
			throw ApiException.value("name", name);
		}
	}

}
