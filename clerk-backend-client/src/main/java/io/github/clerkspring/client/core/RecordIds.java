package io.github.clerkspring.client.core;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;

import com.fasterxml.jackson.annotation.JsonValue;
import org.springframework.util.ReflectionUtils;

/**
 * Describes records by their ids and kinds, such as a status. Everything else can be
 * personal data, which must not reach a log, and so can the ids of other systems.
 */
public final class RecordIds {

	private RecordIds() {
	}

	/** Return the simple name of the record's type, its ids and its kinds. */
	public static String describe(Record record) {
		StringJoiner text = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
		for (RecordComponent component : record.getClass().getRecordComponents()) {
			Object value = isShown(component) ? ReflectionUtils.invokeMethod(component.getAccessor(), record) : null;
			if (value != null) {
				text.add(component.getName() + "=" + value);
			}
		}
		return text.toString();
	}

	private static boolean isShown(RecordComponent component) {
		return isId(component) || isKind(component.getType());
	}

	private static boolean isId(RecordComponent component) {
		String name = component.getName();
		return component.getType() == String.class
				&& (name.equals("id") || (name.endsWith("Id") && !name.equals("externalId")));
	}

	private static boolean isKind(Class<?> type) {
		return type.isRecord() && !Objects.equals(type, Secret.class) && Arrays.stream(type.getRecordComponents())
			.anyMatch((component) -> component.getAccessor().isAnnotationPresent(JsonValue.class));
	}

}
