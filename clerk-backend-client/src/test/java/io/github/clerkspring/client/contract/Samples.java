package io.github.clerkspring.client.contract;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import io.github.clerkspring.client.core.RequestFields;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.email.EmailRecipient;
import io.github.clerkspring.client.email.IdempotencyKey;

/**
 * Gives Java values for parameters of any type, each different from those before, with
 * characters that must be encoded in paths, queries and JSON.
 */
final class Samples {

	private static final int ATTEMPTS = 5;

	private static final Instant START = Instant.ofEpochMilli(1_700_000_000_123L);

	private int count;

	/**
	 * Call a method with arguments that it accepts.
	 */
	Object call(@Nullable Object target, Method method) {
		IllegalArgumentException refusal = null;
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try {
				return invoke(target, method, arguments(method, attempt));
			}
			catch (IllegalArgumentException ex) {
				refusal = ex;
			}
		}
		throw new IllegalStateException("No sample is accepted by " + method, refusal);
	}

	@Nullable Object[] arguments(Method method, int attempt) {
		return Arrays.stream(method.getParameters()).map((parameter) -> argument(parameter, attempt)).toArray();
	}

	/**
	 * Invoke a method and throw what it throws.
	 */
	static Object invoke(@Nullable Object target, Method method, @Nullable Object... arguments) {
		try {
			ReflectionUtils.makeAccessible(method);
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			ReflectionUtils.rethrowRuntimeException(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
		throw new IllegalStateException("Should not get here");
	}

	private Object argument(Parameter parameter, int attempt) {
		return value(parameter.getParameterizedType(), attempt);
	}

	Object value(Type type) {
		return value(type, 0);
	}

	Object value(Type type, int attempt) {
		this.count++;
		if (type instanceof WildcardType wildcard) {
			return value(wildcard.getUpperBounds()[0], attempt);
		}
		if (type instanceof GenericArrayType array) {
			return array((Class<?>) ((ParameterizedType) array.getGenericComponentType()).getRawType(), attempt);
		}
		if (type instanceof ParameterizedType parameterized) {
			return container(parameterized, attempt);
		}
		Class<?> raw = ClassUtils.resolvePrimitiveIfNecessary((Class<?>) type);
		if (raw.isArray()) {
			return array(raw.getComponentType(), attempt);
		}
		if (Number.class.isAssignableFrom(raw)) {
			return number(raw, attempt);
		}
		return scalar(raw, attempt);
	}

	private Object scalar(Class<?> type, int attempt) {
		if (type == String.class || type == Object.class || type == CharSequence.class) {
			return (attempt == 0) ? "é &+/\"%" + this.count : "s" + this.count;
		}
		if (type == Boolean.class) {
			return this.count % 2 == 0;
		}
		if (type == Instant.class) {
			return START.plusSeconds(this.count);
		}
		if (type == IdempotencyKey.class) {
			return new IdempotencyKey("key-" + this.count);
		}
		if (type == EmailRecipient.class) {
			return EmailRecipient.address("address" + this.count);
		}
		if (type == Secret.class) {
			return new Secret("secret" + this.count);
		}
		if (type == Resource.class) {
			return file();
		}
		if (Names.isOpenEnum(type)) {
			return constant(type);
		}
		if (RequestFields.class.isAssignableFrom(type)) {
			return RequestType.of(type).filled(this, false);
		}
		if (type.isRecord()) {
			return record(type);
		}
		throw new IllegalStateException("No sample for " + type);
	}

	private Object record(Class<?> type) {
		Object[] values = Arrays.stream(type.getRecordComponents())
			.map((component) -> value(component.getGenericType()))
			.toArray();
		return BeanUtils.instantiateClass(type.getDeclaredConstructors()[0], values);
	}

	private Object constant(Class<?> type) {
		List<?> constants = Arrays.stream(type.getFields())
			.filter((field) -> field.getType() == type)
			.map((field) -> ReflectionUtils.getField(field, null))
			.toList();
		return constants.get(this.count % constants.size());
	}

	private Resource file() {
		String name = "file" + this.count + ".png";
		return new ByteArrayResource(name.getBytes(StandardCharsets.UTF_8)) {

			@Override
			public String getFilename() {
				return name;
			}

		};
	}

	private Object number(Class<?> type, int attempt) {
		long value = switch (attempt) {
			case 0 -> this.count;
			case 1 -> 30 + this.count % 70;
			case 2 -> 1000 + this.count;
			case 3 -> 1 + this.count % 10;
			default -> 1;
		};
		if (type == Integer.class) {
			return (int) value;
		}
		if (type == Double.class) {
			return value + 0.5;
		}
		return (type == BigDecimal.class) ? BigDecimal.valueOf(value) : value;
	}

	private Object container(ParameterizedType type, int attempt) {
		Type[] arguments = type.getActualTypeArguments();
		Class<?> raw = (Class<?>) type.getRawType();
		if (raw == Map.class) {
			Map<Object, Object> map = new LinkedHashMap<>();
			map.put("key" + this.count, value(arguments[1], attempt));
			map.put("Key " + this.count, value(arguments[1], attempt));
			return map;
		}
		if (Collection.class.isAssignableFrom(raw)) {
			Object one = value(arguments[0], attempt);
			Object two = value(arguments[0], attempt);
			return (raw == Set.class) ? Set.of(one) : List.of(one, two);
		}
		throw new IllegalStateException("No sample for " + type);
	}

	private Object array(Class<?> component, int attempt) {
		Object array = Array.newInstance(component, 2);
		Array.set(array, 0, value(component, attempt));
		Array.set(array, 1, value(component, attempt));
		return array;
	}

}
