package io.github.clerkspring.client.http;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Writes a {@link RequestFields} parameter without annotation as the query of the
 * request.
 */
class RequestFieldsArgumentResolver implements HttpServiceArgumentResolver {

	private final JsonMapper mapper;

	RequestFieldsArgumentResolver(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder values) {
		if (!RequestFields.class.isAssignableFrom(parameter.getParameterType())
				|| parameter.hasParameterAnnotation(RequestBody.class)) {
			return false;
		}
		if (argument instanceof RequestFields<?> query) {
			query.fields().forEach((name, value) -> addParameter(name, value, values));
		}
		return true;
	}

	private void addParameter(String name, @Nullable Object value, HttpRequestValues.Builder values) {
		Collection<?> items = (value instanceof Collection<?> collection) ? collection
				: (value != null) ? List.of(value) : List.of();
		items.forEach((item) -> values.addRequestParameter(name, text(item)));
	}

	private String text(Object value) {
		return (value instanceof Instant instant) ? Long.toString(instant.toEpochMilli())
				: this.mapper.valueToTree(value).asString();
	}

}
