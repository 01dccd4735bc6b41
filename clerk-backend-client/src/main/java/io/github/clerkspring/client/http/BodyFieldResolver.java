package io.github.clerkspring.client.http;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;
import tools.jackson.databind.PropertyNamingStrategies;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.BulkBody;
import io.github.clerkspring.client.core.RequestFields;

/**
 * Combines parameters annotated with {@link BodyField} into one JSON object, and checks
 * lists annotated with {@link BulkBody}.
 */
class BodyFieldResolver implements HttpServiceArgumentResolver, HttpRequestValues.Processor {

	@Override
	public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder values) {
		return parameter.hasParameterAnnotation(BodyField.class);
	}

	@Override
	public void process(Method method, MethodParameter[] parameters, @Nullable Object[] arguments,
			HttpRequestValues.Builder values) {
		Body body = null;
		for (int i = 0; i < parameters.length; i++) {
			BodyField field = parameters[i].getParameterAnnotation(BodyField.class);
			BulkBody bulk = parameters[i].getParameterAnnotation(BulkBody.class);
			String name = parameters[i].getParameterName();
			if (bulk != null && arguments[i] instanceof List<?> items) {
				checkItems(name, items, 1, bulk.max());
				values.setBodyValue(List.copyOf(items));
			}
			if (field == null || name == null) {
				continue;
			}
			body = (body != null) ? body : new Body(Map.of());
			Object argument = arguments[i];
			if (argument != null) {
				checkSize(name, argument, field);
				body = body.with(snakeCase(name), argument);
			}
			else {
				Assert.isTrue(parameters[i].isOptional(), () -> name + " must not be null");
			}
		}
		if (body != null) {
			values.setBodyValue(body);
		}
	}

	private static String snakeCase(String name) {
		return PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, name);
	}

	private static void checkSize(String name, Object argument, BodyField field) {
		if (argument instanceof Collection<?> items) {
			checkItems(name, items, field.min(), field.max());
			return;
		}
		long size = (argument instanceof CharSequence text) ? text.length()
				: (argument instanceof Number number) ? number.longValue() : 0;
		Assert.isTrue(size <= field.max(), () -> name + " must not be longer or greater than " + field.max());
	}

	private static void checkItems(@Nullable String name, Collection<?> items, int min, int max) {
		Assert.isTrue(items.size() >= min && items.size() <= max,
				() -> name + " must have between " + min + " and " + max + " items, not " + items.size());
		Assert.isTrue(items.stream().allMatch(Objects::nonNull), () -> name + " must not contain null");
	}

	private static final class Body extends RequestFields<Body> {

		private Body(Map<String, @Nullable Object> fields) {
			super(fields, Body::new);
		}

		private Body with(String name, Object value) {
			return set(name, value);
		}

	}

}
