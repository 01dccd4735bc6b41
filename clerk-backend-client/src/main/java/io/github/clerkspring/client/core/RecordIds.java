package io.github.clerkspring.client.core;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;

import com.fasterxml.jackson.annotation.JsonValue;
import org.springframework.util.ReflectionUtils;

/**
 * Describes records by ids and enumerated values such as a status. Other components,
 * including the ids of other systems, can be personal data, which must not be logged.
 */
public final class RecordIds {

	private RecordIds() {
	}

	/** Return the simple name of the record's type with its ids and enumerated values. */
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
