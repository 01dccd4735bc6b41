package io.github.clerkspring.client.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.HttpExchange;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.RequestFields;

/**
 * One operation of the client: an abstract method of an interface that an accessor gives.
 *
 * @param accessor the accessor of the client
 * @param method the method
 */
record ClientOperation(Method accessor, Method method) {

	private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

	/**
	 * Return the accessors of the client.
	 */
	static List<Method> accessors() {
		return Arrays.stream(ClerkBackendClient.class.getMethods())
			.filter((method) -> method.getReturnType().getSimpleName().endsWith("Operations"))
			.sorted(Comparator.comparing(Method::getName))
			.toList();
	}

	/**
	 * Return all operations of the client.
	 */
	static List<ClientOperation> all() {
		return accessors().stream().flatMap(ClientOperation::operations).filter(ClientOperation::isWanted).toList();
	}

	private static Stream<ClientOperation> operations(Method accessor) {
		return Arrays.stream(accessor.getReturnType().getMethods())
			.filter((method) -> Modifier.isAbstract(method.getModifiers()))
			.map((method) -> new ClientOperation(accessor, method))
			.sorted(Comparator.comparing(ClientOperation::toString));
	}

	private boolean isWanted() {
		return Families.isWanted(family());
	}

	String family() {
		return StringUtils.unqualify(this.method.getDeclaringClass().getPackageName());
	}

	HttpExchange exchange() {
		HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(this.method, HttpExchange.class);
		Assert.state(exchange != null, () -> this.method + " has no HTTP method");
		return exchange;
	}

	String path() {
		return exchange().url();
	}

	String key() {
		return exchange().method() + " " + VARIABLE.matcher(path()).replaceAll("{}");
	}

	List<String> pathVariables() {
		List<String> names = new ArrayList<>();
		for (Matcher matcher = VARIABLE.matcher(path()); matcher.find();) {
			names.add(matcher.group(1));
		}
		return names;
	}

	List<Parameter> pathParameters() {
		return parameters((parameter) -> parameter.isAnnotationPresent(PathVariable.class));
	}

	List<Parameter> queryParameters() {
		return parameters((parameter) -> parameter.isAnnotationPresent(RequestParam.class));
	}

	List<Parameter> bodyFields() {
		return parameters((parameter) -> parameter.isAnnotationPresent(BodyField.class));
	}

	@Nullable Parameter body() {
		return single((parameter) -> parameter.isAnnotationPresent(RequestBody.class));
	}

	List<Parameter> parts() {
		return parameters((parameter) -> parameter.isAnnotationPresent(RequestPart.class));
	}

	/**
	 * Return the name on the wire of a parameter that is a field, a part or a query
	 * value.
	 */
	static String wireName(Parameter parameter) {
		RequestPart part = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestPart.class);
		RequestParam param = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class);
		String name = (part != null) ? part.name()
				: (param != null) ? param.name() : Names.snakeCase(parameter.getName());
		return name.isEmpty() ? parameter.getName() : name;
	}

	/**
	 * Return the query: the bare parameter of a type with fields.
	 */
	@Nullable Parameter query() {
		return single((parameter) -> parameter.getAnnotations().length == 0
				&& RequestFields.class.isAssignableFrom(parameter.getType()));
	}

	/**
	 * Return what the answer is read as.
	 */
	Type answerType() {
		Type type = this.method.getGenericReturnType();
		return (type instanceof ParameterizedType publisher) ? publisher.getActualTypeArguments()[0] : type;
	}

	private @Nullable Parameter single(Predicate<Parameter> predicate) {
		List<Parameter> found = parameters(predicate);
		Assert.state(found.size() <= 1, () -> this + " has several of " + found);
		return found.isEmpty() ? null : found.get(0);
	}

	private List<Parameter> parameters(Predicate<Parameter> predicate) {
		return Arrays.stream(this.method.getParameters()).filter(predicate).toList();
	}

	@Override
	public String toString() {
		return this.accessor.getName() + "()." + this.method.getName() + " " + exchange().method() + " " + path();
	}

}
