package io.github.clerkspring.client.contract;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.PropertyNamingStrategies;

import io.github.clerkspring.client.core.Secret;

/**
 * Names on the wire and in Java, and what reflection tells about a type.
 */
final class Names {

	private Names() {
	}

	static String snakeCase(String name) {
		return PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, name);
	}

	/**
	 * Return a name of the wire as Java would have it: {@code apiKeyID} is
	 * {@code apiKeyId}.
	 */
	static String camelCase(String name) {
		StringBuilder result = new StringBuilder();
		for (String word : name.replaceAll("ID$", "_id").split("_")) {
			boolean first = result.isEmpty();
			result.append(first ? word.substring(0, 1) : word.substring(0, 1).toUpperCase(Locale.ROOT))
				.append(word.substring(1));
		}
		return result.toString();
	}

	/**
	 * Tell whether a Java name says the same as a name of the wire, whatever the case.
	 */
	static boolean same(String java, String wire) {
		return java.equalsIgnoreCase(wire.replace("_", ""));
	}

	static String wireName(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null) ? property.value() : snakeCase(component.getName());
	}

	static boolean isNullable(AnnotatedType type, AnnotatedElement element) {
		return type.isAnnotationPresent(Nullable.class) || element.isAnnotationPresent(Nullable.class);
	}

	/**
	 * Tell whether a type is an open enum: a record with one text and constants.
	 */
	static boolean isOpenEnum(Type type) {
		return type instanceof Class<?> candidate && candidate.isRecord() && candidate != Secret.class
				&& candidate.getRecordComponents().length == 1
				&& candidate.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
	}

	/**
	 * Return the value of an open enum or a secret.
	 */
	static Object valueOf(Record wrapper) {
		Method accessor = wrapper.getClass().getRecordComponents()[0].getAccessor();
		return ReflectionUtils.invokeMethod(accessor, wrapper);
	}

	/**
	 * Return the values of the constants of an open enum.
	 */
	static Set<String> constants(Class<?> openEnum) {
		Set<String> values = new LinkedHashSet<>();
		Arrays.stream(openEnum.getFields())
			.filter((field) -> field.getType() == openEnum)
			.map((field) -> (Record) ReflectionUtils.getField(field, null))
			.forEach((constant) -> values.add((String) valueOf(constant)));
		return values;
	}

}
