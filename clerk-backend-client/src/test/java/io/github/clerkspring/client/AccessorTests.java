package io.github.clerkspring.client;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.email.EmailRecipient;
import io.github.clerkspring.client.email.Mailbox;
import io.github.clerkspring.client.http.ClerkJsonMapper;
import io.github.clerkspring.client.user.User;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Methods of records never fail on what was read, however little that is. */
class AccessorTests {

	private static final Set<Class<?>> REQUEST_ONLY = Set.of(EmailRecipient.class, Mailbox.class);

	private static final JsonMapper PLAIN = new JsonMapper();

	private static final JsonMapper MAPPER = ClerkJsonMapper.create();

	static Stream<Class<?>> records() {
		return ClientTypes.answers().filter((type) -> !isText(type) && !REQUEST_ONLY.contains(type));
	}

	@ParameterizedTest
	@MethodSource("records")
	void neverFailOnAnEmptyObject(Class<?> type) {
		callEveryMethod(MAPPER.readValue("{}", type));
	}

	@ParameterizedTest
	@MethodSource("records")
	void neverFailOnListsWithNullAndObjectsWithoutIds(Class<?> type) {
		Map<String, Object> json = sample(type, 0);
		callEveryMethod(MAPPER.readValue(PLAIN.writeValueAsString(json), type));
		json.replaceAll((name, value) -> (value instanceof List) ? Collections.singletonList(null) : value);
		callEveryMethod(MAPPER.readValue(PLAIN.writeValueAsString(json), type));
	}

	@ParameterizedTest
	@MethodSource("records")
	void neverReturnNullInAList(Class<?> type) {
		Object value = MAPPER.readValue(PLAIN.writeValueAsString(sample(type, 0)), type);
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getType() == List.class && type != Page.class) {
				assertThat((List<?>) ReflectionUtils.invokeMethod(component.getAccessor(), value)).doesNotContainNull();
			}
		}
	}

	@Test
	void thePrimaryAddressIsFoundAmongAddressesWithoutIds() {
		String json = "{\"primary_email_address_id\":%s,\"email_addresses\":[null,{},{\"id\":null},{\"id\":\"idn_1\"}]}";
		assertThat(MAPPER.readValue(json.formatted("\"idn_1\""), User.class).primaryEmailAddress().id())
			.isEqualTo("idn_1");
		assertThat(MAPPER.readValue(json.formatted("\"idn_2\""), User.class).primaryEmailAddress()).isNull();
		assertThat(MAPPER.readValue(json.formatted("null"), User.class).primaryEmailAddress()).isNull();
	}

	private static void callEveryMethod(Object value) {
		for (Method method : value.getClass().getDeclaredMethods()) {
			if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
					&& method.getParameterCount() == 0) {
				assertThatNoException().as(method.toString())
					.isThrownBy(() -> callAgain(ReflectionUtils.invokeMethod(method, value)));
			}
		}
		assertThat(value.equals(value)).isTrue();
	}

	private static void callAgain(@Nullable Object value) {
		if (value instanceof Record && !isText(value.getClass())) {
			callEveryMethod(value);
		}
		else if (value instanceof List<?> items) {
			items.forEach(AccessorTests::callAgain);
		}
	}

	/** An object with texts and lists, whose own objects have neither ids nor texts. */
	private static Map<String, Object> sample(Class<?> type, int depth) {
		Map<String, Object> json = new LinkedHashMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			Object value = sample(component.getGenericType(), depth + 1);
			if (value != null) {
				json.put(PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, component.getName()), value);
			}
		}
		return json;
	}

	private static @Nullable Object sample(Type type, int depth) {
		if (type instanceof ParameterizedType parameterized) {
			Type item = parameterized.getActualTypeArguments()[0];
			return (parameterized.getRawType() == List.class) ? Arrays.asList(null, sample(item, depth), null)
					: Collections.singletonMap("key", null);
		}
		if (type instanceof Class<?> raw && raw.isRecord() && !isText(raw)) {
			return (depth < 3) ? sample(raw, depth) : Map.of();
		}
		return (depth == 1 && type instanceof Class<?> raw && (raw == String.class || isText(raw))) ? "text"
				: (type == Instant.class) ? 1 : null;
	}

	private static boolean isText(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.anyMatch((method) -> method.isAnnotationPresent(JsonValue.class))
				|| Arrays.stream(type.getDeclaredFields())
					.anyMatch((field) -> field.isAnnotationPresent(JsonValue.class));
	}

}
