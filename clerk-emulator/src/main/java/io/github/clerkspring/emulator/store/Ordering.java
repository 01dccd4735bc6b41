package io.github.clerkspring.emulator.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The values that {@code order_by} may have. The order of creation is always among them
 * and needs no sorting.
 */
public final class Ordering {

	/** By creation only, newest first by default. */
	public static final Ordering NEWEST_FIRST = new Ordering(true, Map.of());

	/** By creation only, oldest first by default. */
	public static final Ordering OLDEST_FIRST = new Ordering(false, Map.of());

	private final boolean newestFirst;

	private final Map<String, Function<Resource, @Nullable Comparable<?>>> values;

	private Ordering(boolean newestFirst, Map<String, Function<Resource, @Nullable Comparable<?>>> values) {
		this.newestFirst = newestFirst;
		this.values = values;
	}

	/**
	 * Allows to order by properties of the resource.
	 * @param properties their names
	 * @return a copy that allows them
	 */
	public Ordering by(String... properties) {
		Ordering ordering = this;
		for (String property : properties) {
			ordering = ordering.by(property, (resource) -> (Comparable<?>) resource.get(property));
		}
		return ordering;
	}

	/**
	 * Adds a supported order; resources without the value are last.
	 * @param name the value of {@code order_by}
	 * @param value returns the value to order by
	 * @return a copy with the order
	 */
	public Ordering by(String name, Function<Resource, @Nullable Comparable<?>> value) {
		Map<String, Function<Resource, @Nullable Comparable<?>>> copy = new LinkedHashMap<>(this.values);
		copy.put(name, value);
		return new Ordering(this.newestFirst, Collections.unmodifiableMap(copy));
	}

	public Choice choose(@Nullable String orderBy) {
		if (orderBy == null) {
			return new Choice(this.newestFirst, null);
		}
		boolean descending = orderBy.startsWith("-");
		String name = (descending || orderBy.startsWith("+")) ? orderBy.substring(1) : orderBy.trim();
		if ("created_at".equals(name)) {
			return new Choice(descending, null);
		}
		Function<Resource, @Nullable Comparable<?>> value = this.values.get(name);
		if (value == null) {
			throw ApiException.value("order_by", orderBy);
		}
		return new Choice(descending, value);
	}

	/**
	 * The chosen order.
	 *
	 * @param descending whether the order is reversed
	 * @param value returns the value to order by, or null for the order of creation
	 */
	public record Choice(boolean descending, @Nullable Function<Resource, @Nullable Comparable<?>> value) {

	}

}
