package io.github.clerkspring.client.contract;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.clerkspring.client.core.RequestFields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What callers do with lists, maps and arrays afterwards does not change a request. */
class ImmutableRequestTests {

	static Stream<RequestField> fieldsOfSeveralValues() {
		Set<Class<?>> types = new LinkedHashSet<>();
		ClientOperation.all()
			.stream()
			.flatMap((operation) -> Arrays.stream(operation.method().getParameters()))
			.forEach((parameter) -> collect(parameter, types));
		return types.stream()
			.flatMap((type) -> RequestType.of(type).fields().stream())
			.filter((field) -> field.parameter() != null && isContainer(field.parameter().getType()));
	}

	private static void collect(Parameter parameter, Set<Class<?>> types) {
		Class<?> type = RequestCheck.fieldsType(parameter.getParameterizedType());
		if (type != null && types.add(type)) {
			RequestType.of(type)
				.fields()
				.stream()
				.filter((field) -> field.parameter() != null)
				.forEach((field) -> collect(field.parameter(), types));
		}
	}

	@ParameterizedTest
	@MethodSource("fieldsOfSeveralValues")
	void retainsValuesThatWereSet(RequestField field) {
		List<Object> containers = new ArrayList<>();
		RequestFields<?> request = call(field, containers);
		String before = String.valueOf(WireCall.json(request));
		containers.forEach(ImmutableRequestTests::clear);
		assertThat(String.valueOf(WireCall.json(request))).isEqualTo(before);
		Object value = request.fields().get(field.wireName());
		if (!(value instanceof String)) {
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> clear(value));
		}
	}

	private static RequestFields<?> call(RequestField field, List<Object> containers) {
		Samples samples = new Samples();
		IllegalArgumentException refusal = null;
		for (int attempt = 0; attempt < 5; attempt++) {
			@Nullable Object[] arguments = samples.arguments(field.method(), attempt);
			arguments[field.index()] = mutable(arguments[field.index()], containers);
			try {
				Object target = field.factory() ? null : RequestType.of(field.owner()).filled(samples, false);
				return (RequestFields<?>) Samples.invoke(target, field.method(), arguments);
			}
			catch (IllegalArgumentException ex) {
				refusal = ex;
			}
		}
		throw new IllegalStateException("No sample is accepted by " + field, refusal);
	}

	private static boolean isContainer(Class<?> type) {
		return type.isArray() || Collection.class.isAssignableFrom(type) || type == Map.class;
	}

	private static Object mutable(Object value, List<Object> containers) {
		Object copy = value;
		if (value instanceof Map<?, ?> map) {
			Map<Object, Object> changeable = new LinkedHashMap<>();
			map.forEach((key, item) -> changeable.put(key, mutable(item, containers)));
			if (map.values().stream().allMatch(String.class::isInstance)) {
				changeable.put("deep",
						mutable(List.of(Map.of("list", List.of(1, "a")), new Object[] { "b" }), containers));
			}
			copy = changeable;
		}
		else if (value instanceof Collection<?> items) {
			List<Object> changeable = new ArrayList<>();
			items.forEach((item) -> changeable.add(mutable(item, containers)));
			copy = changeable;
		}
		if (isContainer(copy.getClass()) || copy instanceof Map) {
			containers.add(copy);
		}
		return copy;
	}

	private static void clear(@Nullable Object container) {
		if (container instanceof Map<?, ?> map) {
			map.clear();
		}
		else if (container instanceof Collection<?> items) {
			items.clear();
		}
		else if (container instanceof Object[] items) {
			items[0] = items[items.length - 1];
		}
	}

}
