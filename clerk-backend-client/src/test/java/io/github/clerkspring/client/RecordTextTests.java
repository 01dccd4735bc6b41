package io.github.clerkspring.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.email.EmailRecipient;
import io.github.clerkspring.client.http.ClerkJsonMapper;
import io.github.clerkspring.client.user.User;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The text of a record shows ids of Clerk and kinds, never what can be personal data, on
 * whatever level it is.
 */
class RecordTextTests {

	private static final Pattern SHOWN = Pattern.compile("(id|(?!externalId).*Id|code)");

	static Stream<Class<?>> records() {
		return ClientTypes.answers().filter((type) -> !isKind(type) && type != Secret.class && type != Page.class);
	}

	@ParameterizedTest
	@MethodSource("records")
	void showsIdsAndKindsOnly(Class<?> type) {
		String text = planted(type, 0).toString();
		assertThat(Pattern.compile("planted-(\\w+)").matcher(text).results().map((found) -> found.group(1)))
			.allMatch((name) -> SHOWN.matcher(name).matches(), "is an id or kind in " + text);
		assertThat(text).startsWith(type.getSimpleName() + "[");
	}

	@Test
	void showsWhichUserItIs() {
		User user = ClerkJsonMapper.create()
			.readValue("{\"id\":\"user_1\",\"first_name\":\"Ada\",\"external_id\":\"ada@example.com\"}", User.class);
		assertThat(user).hasToString("User[id=user_1]");
		assertThat(new Page<>(List.of(user), 1L)).hasToString("Page[data=[User[id=user_1]], totalCount=1]");
	}

	private static Object planted(Class<?> type, int depth) {
		Object[] values = Arrays.stream(type.getRecordComponents())
			.map((component) -> value(component.getName(), component.getGenericType(), depth))
			.toArray();
		if (type == EmailRecipient.class) {
			values[1] = null;
		}
		return BeanUtils.instantiateClass(type.getDeclaredConstructors()[0], values);
	}

	private static @Nullable Object value(String name, Type type, int depth) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			return (parameterized.getRawType() == Map.class)
					? Map.of("planted-" + name, value(name, arguments[arguments.length - 1], depth))
					: Arrays.asList(value(name, arguments[0], depth));
		}
		if (!(type instanceof Class<?> raw) || raw == String.class || raw == Object.class) {
			return "planted-" + name;
		}
		if (raw == Instant.class) {
			return Instant.EPOCH;
		}
		if (raw.isRecord()) {
			return isKind(raw) ? BeanUtils.instantiateClass(raw.getDeclaredConstructors()[0], "kind")
					: (raw == Secret.class) ? new Secret("planted-secret")
							: (depth < 4) ? planted(raw, depth + 1) : null;
		}
		return scalar(ClassUtils.resolvePrimitiveIfNecessary(raw));
	}

	private static @Nullable Object scalar(Class<?> type) {
		return (type == Boolean.class) ? (Object) true : (type == Integer.class) ? (Object) 1
				: (type == Long.class) ? (Object) 1L : (type == Double.class) ? 1.0 : null;
	}

	private static boolean isKind(Class<?> type) {
		return type != Secret.class && Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getAccessor)
			.anyMatch((accessor) -> accessor.isAnnotationPresent(JsonValue.class));
	}

}
