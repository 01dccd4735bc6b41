package io.github.clerkspring.client.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.CodecException;
import org.springframework.core.codec.DecodingException;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Describes why JSON could not be read, by path, expected type and position. Descriptions
 * never contain a value or a map key.
 */
final class UnreadableJson {

	private UnreadableJson() {
	}

	/** Return an exception with the same stack trace and no quoted content. */
	static CodecException describe(CodecException ex) {
		if (!(ex.getCause() instanceof JacksonException cause)) {
			return ex;
		}
		DecodingException description = new DecodingException(message(cause));
		description.setStackTrace(cause.getStackTrace());
		return description;
	}

	private static String message(JacksonException ex) {
		String path = path(ex);
		return (path.isEmpty() ? "" : path + ": ") + reason(ex) + position(ex.getLocation());
	}

	/**
	 * Return a path of Java property names, such as {@code
	 * data[3].createOrganizationsLimit}.
	 */
	private static String path(JacksonException ex) {
		StringBuilder path = new StringBuilder();
		for (Reference reference : ex.getPath()) {
			String name = reference.getPropertyName();
			if (name == null) {
				path.append('[').append(reference.getIndex()).append(']');
				continue;
			}
			path.append(path.isEmpty() ? "" : ".");
			path.append((reference.from() instanceof Map) ? "*" : camelCase(name));
		}
		return path.toString();
	}

	private static String camelCase(String name) {
		String[] words = name.split("_");
		StringBuilder camelCase = new StringBuilder(words[0]);
		for (int i = 1; i < words.length; i++) {
			camelCase.append(StringUtils.capitalize(words[i]));
		}
		return camelCase.toString();
	}

	private static String reason(JacksonException ex) {
		if (ex instanceof MismatchedInputException mismatch) {
			return expected(mismatch.getTargetType(), mismatch.getCurrentToken());
		}
		if (ex instanceof InputCoercionException coercion) {
			return expected(coercion.getTargetType(), coercion.getInputType()) + " out of its range";
		}
		if (ex instanceof StreamConstraintsException) {
			return "JSON that exceeds Clerk's storage limits";
		}
		return (ex instanceof StreamReadException) ? "invalid JSON" : "unreadable JSON";
	}

	private static String expected(@Nullable Class<?> type, @Nullable JsonToken found) {
		String expected = (type != null) ? describe(type) : "another type";
		return "expected " + expected + ((found != null) ? ", but found " + describe(found) : "");
	}

	private static String describe(Class<?> type) {
		Class<?> declared = Map.class.isAssignableFrom(type) ? Map.class
				: Collection.class.isAssignableFrom(type) ? List.class : ClassUtils.resolvePrimitiveIfNecessary(type);
		return ClassUtils.getShortName(declared);
	}

	private static String describe(JsonToken token) {
		return switch (token) {
			case START_OBJECT, END_OBJECT, PROPERTY_NAME -> "an object";
			case START_ARRAY, END_ARRAY -> "an array";
			case VALUE_STRING -> "a string";
			case VALUE_NUMBER_INT -> "an integer";
			case VALUE_NUMBER_FLOAT -> "a decimal number";
			case VALUE_TRUE, VALUE_FALSE -> "a boolean";
			default -> "no value";
		};
	}

	private static String position(@Nullable TokenStreamLocation location) {
		return (location != null) ? " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")" : "";
	}

}
