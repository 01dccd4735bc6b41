package io.github.clerkspring.client.contract;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.Secret;

/**
 * Gives an answer that can be read as a type, told by the type alone.
 */
final class AnswerOfType {

	private static final int MAX_DEPTH = 6;

	private int count;

	static @Nullable Object of(Type type) {
		return new AnswerOfType().value(type, 0);
	}

	private @Nullable Object value(Type type, int depth) {
		Class<?> raw = AnswerCheck.raw(type);
		this.count++;
		if (raw == List.class) {
			return list(value(AnswerCheck.argument(type, 0), depth + 1));
		}
		if (raw == Map.class) {
			Object value = value(AnswerCheck.argument(type, 1), depth + 1);
			return (value != null) ? Map.of("key", value) : Map.of();
		}
		if (raw.isRecord() && raw != Secret.class && !Names.isOpenEnum(raw)) {
			return (depth > MAX_DEPTH) ? null : object(type, raw, depth);
		}
		return scalar(raw);
	}

	private Map<String, @Nullable Object> object(Type type, Class<?> raw, int depth) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		for (RecordComponent component : raw.getRecordComponents()) {
			Type inner = component.getGenericType();
			boolean items = inner.getTypeName().endsWith("<T>");
			object.put(Names.wireName(component),
					items ? list(value(AnswerCheck.argument(type, 0), depth + 1)) : value(inner, depth + 1));
		}
		return object;
	}

	private static List<Object> list(@Nullable Object item) {
		return (item != null) ? List.of(item) : List.of();
	}

	private Object scalar(Class<?> type) {
		if (type == Instant.class) {
			return 1_700_000_000_000L + this.count;
		}
		if (type == Boolean.class || type == boolean.class) {
			return this.count % 2 == 0;
		}
		return (type.isPrimitive() || Number.class.isAssignableFrom(type)) ? (Object) this.count : "text" + this.count;
	}

}
