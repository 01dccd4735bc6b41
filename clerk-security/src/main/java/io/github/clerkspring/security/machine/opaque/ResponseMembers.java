package io.github.clerkspring.security.machine.opaque;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.TokenRejection;

/**
 * Members of a response, read with a check of their types. A member of another type
 * refuses the token.
 *
 * @param members the members
 */
record ResponseMembers(Map<String, Object> members) {

	// Milliseconds before 1973 and seconds after 5138 do not occur
	private static final BigDecimal FIRST_MILLIS = BigDecimal.valueOf(100_000_000_000L);

	private static final BigDecimal LAST_MILLIS = BigDecimal.valueOf(8_640_000_000_000_000L);

	private static final int MAX_SCALE = 1_000;

	boolean has(String name) {
		return this.members.containsKey(name);
	}

	String text(String name) {
		String text = optionalText(name);
		if (text == null || text.isEmpty()) {
			throw refused(name);
		}
		return text;
	}

	@Nullable String optionalText(String name) {
		Object value = this.members.get(name);
		if (value != null && !(value instanceof String)) {
			throw refused(name);
		}
		return (String) value;
	}

	boolean flag(String name) {
		if (this.members.get(name) instanceof Boolean flag) {
			return flag;
		}
		throw refused(name);
	}

	/**
	 * Return a list of texts.
	 * @param name the name of the member
	 * @return the texts, empty if the member is absent or null
	 */
	List<String> texts(String name) {
		Object value = this.members.get(name);
		if (value == null) {
			return List.of();
		}
		if (!(value instanceof List<?> items)) {
			throw refused(name);
		}
		return items.stream().map((item) -> {
			if (item instanceof String text) {
				return text;
			}
			throw refused(name);
		}).toList();
	}

	/**
	 * Return an object.
	 * @param name the name of the member
	 * @return an unmodifiable copy, empty if the member is absent or null
	 */
	Map<String, Object> object(String name) {
		Object value = this.members.get(name);
		if (value == null) {
			return Map.of();
		}
		if (!(value instanceof Map<?, ?> object)) {
			throw refused(name);
		}
		return copyObject(object);
	}

	/**
	 * Return a time, in milliseconds or in seconds: Clerk does not specify the unit for
	 * each type, and its examples contradict its descriptions.
	 * @param name the name of the member
	 * @return the time, rounded down to milliseconds, or {@code null} if the member is
	 * absent or null
	 */
	@Nullable Instant time(String name) {
		Object value = this.members.get(name);
		if (value == null) {
			return null;
		}
		BigDecimal number = number(value);
		if (number == null || Math.abs(number.scale()) > MAX_SCALE || number.signum() < 0
				|| number.compareTo(LAST_MILLIS) > 0) {
			throw refused(name);
		}
		BigDecimal millis = (number.compareTo(FIRST_MILLIS) > 0) ? number : number.movePointRight(3);
		return Instant.ofEpochMilli(millis.setScale(0, RoundingMode.FLOOR).longValueExact());
	}

	private static @Nullable BigDecimal number(Object value) {
		if (value instanceof BigDecimal decimal) {
			return decimal;
		}
		if (value instanceof BigInteger integer) {
			return new BigDecimal(integer);
		}
		return (value instanceof Integer || value instanceof Long) ? BigDecimal.valueOf(((Number) value).longValue())
				: null;
	}

	static RefusedResponseException refused(String name) {
		return new RefusedResponseException(TokenRejection.TOKEN_VERIFICATION_FAILED,
				name + " in the response is missing or invalid");
	}

	// Callers share the principal while it is cached, so its contents are unmodifiable

	private static Map<String, Object> copyObject(Map<?, ?> object) {
		Map<String, Object> copy = new LinkedHashMap<>();
		object.forEach((name, value) -> copy.put(String.valueOf(name), copy(value)));
		return Collections.unmodifiableMap(copy);
	}

	private static Object copy(Object value) {
		if (value instanceof Map<?, ?> object) {
			return copyObject(object);
		}
		if (value instanceof List<?> items) {
			List<Object> copy = new ArrayList<>(items.size());
			items.forEach((item) -> copy.add(copy(item)));
			return Collections.unmodifiableList(copy);
		}
		return value;
	}

}
