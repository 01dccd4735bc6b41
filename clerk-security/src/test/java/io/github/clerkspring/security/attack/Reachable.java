package io.github.clerkspring.security.attack;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Searches all objects that can be reached from one.
 */
public final class Reachable {

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Deque<Object> next = new ArrayDeque<>();

	private final StringBuilder texts = new StringBuilder();

	private Reachable(Object root) {
		add(root);
		while (!this.next.isEmpty()) {
			visit(this.next.pop());
		}
	}

	/**
	 * Return all texts in the fields of an object and of those that it refers to.
	 * @param root the object
	 * @return the texts
	 */
	public static String texts(Object root) {
		return new Reachable(root).texts.toString();
	}

	private void add(@Nullable Object value) {
		if (value != null && this.seen.add(value)) {
			this.next.push(value);
		}
	}

	private void visit(Object value) {
		this.texts.append(text(value)).append('\n');
		if (value instanceof Throwable failure) {
			add(failure.getCause());
			Arrays.stream(failure.getSuppressed()).forEach(this::add);
		}
		if (value instanceof Object[] array) {
			Arrays.stream(array).forEach(this::add);
		}
		else if (value instanceof Collection<?> elements) {
			elements.forEach(this::add);
		}
		else if (value instanceof Map<?, ?> members) {
			members.keySet().forEach(this::add);
			members.values().forEach(this::add);
		}
		else {
			fields(value);
		}
	}

	private static String text(Object value) {
		try {
			return String.valueOf(value);
		}
		catch (RuntimeException ex) {
			// Its fields are read all the same
			return "";
		}
	}

	private void fields(Object value) {
		for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()
						&& !type.getName().startsWith("java.")) {
					add(read(field, value));
				}
			}
		}
	}

	private static @Nullable Object read(Field field, Object value) {
		try {
			field.setAccessible(true);
			return field.get(value);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
