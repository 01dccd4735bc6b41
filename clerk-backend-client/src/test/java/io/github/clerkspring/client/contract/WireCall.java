package io.github.clerkspring.client.contract;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.util.ObjectUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.util.UriUtils;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.RequestFields;
import io.github.clerkspring.client.core.Secret;

/**
 * One call of an operation: its arguments, and what they should be on the wire.
 */
final class WireCall {

	private final ClientOperation operation;

	private final List<@Nullable Object> arguments = new ArrayList<>();

	private final List<String> pathValues = new ArrayList<>();

	private final List<String> query = new ArrayList<>();

	private @Nullable Object body;

	private final List<String> parts = new ArrayList<>();

	private final Map<String, String> headers = new LinkedHashMap<>();

	/**
	 * Make up a call.
	 * @param nulls whether to give null wherever null is allowed
	 */
	WireCall(ClientOperation operation, boolean nulls) {
		this.operation = operation;
		Samples samples = new Samples();
		for (Parameter parameter : operation.method().getParameters()) {
			boolean omit = nulls && Names.isNullable(parameter.getAnnotatedType(), parameter);
			Object argument = omit ? null : argument(parameter, samples, nulls);
			this.arguments.add(argument);
			expect(parameter, argument);
		}
	}

	private static Object argument(Parameter parameter, Samples samples, boolean nulls) {
		return RequestFields.class.isAssignableFrom(parameter.getType())
				? RequestType.of(parameter.getType()).filled(samples, nulls)
				: samples.value(parameter.getParameterizedType());
	}

	@Nullable Object[] arguments() {
		return this.arguments.toArray();
	}

	@Nullable Object body() {
		return this.body;
	}

	/**
	 * Return texts that must be in the form, when a form is sent.
	 */
	List<String> parts() {
		return this.parts;
	}

	/**
	 * Return headers that the operation alone sends.
	 */
	Map<String, String> headers() {
		return this.headers;
	}

	/**
	 * Return path and query as they should be sent.
	 * @param template the path with its variables in braces
	 */
	String uri(String template) {
		String path = template;
		for (String value : this.pathValues) {
			path = path.replaceFirst("\\{[^}]*}", UriUtils.encode(value, StandardCharsets.UTF_8));
		}
		return "/v1" + path + (this.query.isEmpty() ? "" : "?" + String.join("&", this.query));
	}

	private void expect(Parameter parameter, @Nullable Object argument) {
		if (parameter.isAnnotationPresent(PathVariable.class)) {
			this.pathValues.add((String) argument);
		}
		else if (parameter.isAnnotationPresent(RequestParam.class)) {
			expectQuery(ClientOperation.wireName(parameter), argument);
		}
		else if (parameter.isAnnotationPresent(RequestHeader.class)) {
			expectHeader(parameter.getAnnotation(RequestHeader.class).name(), argument);
		}
		else if (parameter.isAnnotationPresent(BodyField.class)) {
			expectField(ClientOperation.wireName(parameter), argument);
		}
		else if (parameter.isAnnotationPresent(RequestPart.class)) {
			expectPart(ClientOperation.wireName(parameter), argument);
		}
		else if (parameter.equals(this.operation.query())) {
			((RequestFields<?>) argument).fields().forEach(this::expectQuery);
		}
		else {
			this.body = json(argument);
		}
	}

	@SuppressWarnings("unchecked")
	private void expectField(String name, @Nullable Object argument) {
		if (this.body == null) {
			this.body = new LinkedHashMap<>();
		}
		if (argument != null) {
			((Map<String, Object>) this.body).put(name, json(argument));
		}
	}

	private void expectHeader(String name, @Nullable Object argument) {
		if (argument != null) {
			this.headers.put(name, argument.toString());
		}
	}

	private void expectPart(String name, @Nullable Object argument) {
		if (argument instanceof Resource resource) {
			this.parts.add("name=\"" + name + "\"; filename=\"" + resource.getFilename() + "\"");
			this.parts.add("\r\n\r\n" + resource.getFilename());
		}
		else if (argument != null) {
			this.parts.add("name=\"" + name + "\"");
			this.parts.add("\r\n\r\n" + argument);
		}
	}

	private void expectQuery(String name, @Nullable Object value) {
		if (value instanceof Collection<?> items) {
			items.forEach((item) -> expectQuery(name, item));
		}
		else if (value != null) {
			Object text = (value instanceof Instant instant) ? instant.toEpochMilli() : json(value);
			this.query.add(name + "=" + UriUtils.encode(String.valueOf(text), StandardCharsets.UTF_8));
		}
	}

	/**
	 * Return a value of a request as plain JSON.
	 */
	static @Nullable Object json(@Nullable Object value) {
		if (value instanceof RequestFields<?> fields) {
			return json(fields.fields());
		}
		if (value instanceof Map<?, ?> map) {
			Map<Object, @Nullable Object> object = new LinkedHashMap<>();
			map.forEach((key, item) -> object.put(key, json(item)));
			return object;
		}
		if (value instanceof Collection<?> || ObjectUtils.isArray(value)) {
			List<@Nullable Object> array = new ArrayList<>();
			Object[] items = (value instanceof Collection<?> list) ? list.toArray() : ObjectUtils.toObjectArray(value);
			for (Object item : items) {
				array.add(json(item));
			}
			return array;
		}
		if (value instanceof Record wrapper) {
			return (Names.isOpenEnum(value.getClass()) || value instanceof Secret) ? Names.valueOf(wrapper)
					: object(wrapper);
		}
		return (value instanceof Instant instant) ? instant.toString() : value;
	}

	private static Map<String, @Nullable Object> object(Record value) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		for (RecordComponent component : value.getClass().getRecordComponents()) {
			object.put(Names.wireName(component), json(ReflectionUtils.invokeMethod(component.getAccessor(), value)));
		}
		if (value.getClass().isAnnotationPresent(JsonInclude.class)) {
			object.values().removeIf(Objects::isNull);
		}
		return object;
	}

}
