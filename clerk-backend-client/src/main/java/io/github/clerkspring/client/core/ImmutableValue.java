package io.github.clerkspring.client.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.ObjectUtils;
import tools.jackson.databind.JsonNode;

/** Copies mutable values that are set on a request. */
final class ImmutableValue {

	private static final int MAX_DEPTH = 600;

	private ImmutableValue() {
	}

	static @Nullable Object copyOf(String name, @Nullable Object value) {
		return copy(name, value, 0);
	}

	private static @Nullable Object copy(String name, @Nullable Object value, int depth) {
		Assert.isTrue(depth <= MAX_DEPTH, () -> name + " must not be nested deeper than " + MAX_DEPTH + " levels");
		if (value instanceof Map<?, ?> map) {
			return copyMap(name, map, depth);
		}
		if (value instanceof Collection<?> items) {
			return copyItems(name, items, depth);
		}
		if (value != null && value.getClass().isArray() && !(value instanceof byte[])) {
			return copyItems(name, Arrays.asList(ObjectUtils.toObjectArray(value)), depth);
		}
		return copyLeaf(value);
	}

	private static Map<?, @Nullable Object> copyMap(String name, Map<?, ?> map, int depth) {
		Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
		map.forEach((key, value) -> {
			Assert.notNull(key, () -> name + " must not contain a null key");
			copy.put(key, copy(name, value, depth + 1));
		});
		return Collections.unmodifiableMap(copy);
	}

	private static List<@Nullable Object> copyItems(String name, Collection<?> items, int depth) {
		List<@Nullable Object> copy = new ArrayList<>(items.size());
		items.forEach((item) -> copy.add(copy(name, item, depth + 1)));
		return Collections.unmodifiableList(copy);
	}

	private static @Nullable Object copyLeaf(@Nullable Object value) {
		if (value instanceof Date date) {
			return date.clone();
		}
		if (value instanceof byte[] bytes) {
			return bytes.clone();
		}
		if (value instanceof JsonNode node) {
			return node.deepCopy();
		}
		return (value instanceof CharSequence text) ? text.toString() : value;
	}

}
