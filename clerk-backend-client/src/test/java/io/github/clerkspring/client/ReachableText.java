package io.github.clerkspring.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

/**
 * All text that can be reached from an object by its fields, its {@code toString}, its
 * stack trace and its serialized form. The client itself, its codecs and the test are
 * left out, and so are the fields of the JDK, Netty and Reactor.
 */
final class ReachableText {

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Deque<Object> queue = new ArrayDeque<>();

	private final StringBuilder text = new StringBuilder();

	private ReachableText() {
	}

	static String of(Object root) {
		ReachableText reachable = new ReachableText();
		reachable.text.append(serialized(root));
		reachable.add(root);
		while (!reachable.queue.isEmpty()) {
			reachable.visit(reachable.queue.remove());
		}
		return reachable.text.toString();
	}

	private void add(Object object) {
		if (object != null && !isPartOfClient(object) && this.seen.add(object)) {
			this.queue.add(object);
		}
	}

	private void visit(Object object) {
		append(String.valueOf(object));
		if (object instanceof byte[] bytes) {
			append(new String(bytes, StandardCharsets.ISO_8859_1));
		}
		else if (object instanceof char[] chars) {
			append(new String(chars));
		}
		else if (object.getClass().isArray() && !object.getClass().getComponentType().isPrimitive()) {
			for (int i = 0; i < Array.getLength(object); i++) {
				add(Array.get(object, i));
			}
		}
		else if (object instanceof Collection<?> collection) {
			collection.forEach(this::add);
		}
		else if (object instanceof Map<?, ?> map) {
			map.forEach((key, value) -> {
				add(key);
				add(value);
			});
		}
		if (object instanceof Throwable thrown) {
			visitThrowable(thrown);
		}
		if (!isForeign(object.getClass())) {
			fields(object.getClass()).forEach((field) -> add(value(field, object)));
		}
	}

	private void visitThrowable(Throwable thrown) {
		StringWriter trace = new StringWriter();
		thrown.printStackTrace(new PrintWriter(trace));
		append(trace.toString());
		add(thrown.getCause());
		Arrays.stream(thrown.getSuppressed()).forEach(this::add);
	}

	private void append(String part) {
		this.text.append(part).append('\n');
	}

	private static boolean isPartOfClient(Object object) {
		return object instanceof ClientHttpConnector || object instanceof ExchangeFilterFunction
				|| object instanceof ExchangeStrategies || object instanceof KeySecrecyTests;
	}

	private static boolean isForeign(Class<?> type) {
		return Stream.of("java.", "jdk.", "sun.", "io.netty.", "reactor.")
			.anyMatch((prefix) -> type.getName().startsWith(prefix)) && !Throwable.class.isAssignableFrom(type);
	}

	private static Stream<Field> fields(Class<?> type) {
		return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
			.flatMap((each) -> Arrays.stream(each.getDeclaredFields()))
			.filter((field) -> !Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()
					&& field.trySetAccessible());
	}

	private static Object value(Field field, Object object) {
		try {
			return field.get(object);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What is written before something that cannot be serialized counts as well. */
	private static String serialized(Object root) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(root);
		}
		catch (IOException ex) {
			return bytes.toString(StandardCharsets.ISO_8859_1) + ex;
		}
		return bytes.toString(StandardCharsets.ISO_8859_1);
	}

}
