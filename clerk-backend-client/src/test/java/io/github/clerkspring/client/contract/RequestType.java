package io.github.clerkspring.client.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.github.clerkspring.client.core.RequestFields;

/**
 * What can be set on a request or query: learnt by calling its factories and setters and
 * looking at the fields that they set.
 */
final class RequestType {

	/** The one setter of what is not sent. */
	private static final String OPTION = "readAhead";

	private static final Map<Class<?>, RequestType> TYPES = new ConcurrentHashMap<>();

	private final Class<?> type;

	private final List<Method> factories;

	private final List<RequestField> fields = new ArrayList<>();

	private RequestType(Class<?> type) {
		this.type = type;
		this.factories = methods(
				(method) -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type);
		Assert.state(!this.factories.isEmpty(), () -> type + " has no public static factory");
		Samples samples = new Samples();
		this.factories.forEach((factory) -> learn(factory, new Object(), samples));
		RequestFields<?> empty = (RequestFields<?>) samples.call(null, this.factories.get(0));
		setters().forEach((setter) -> learn(setter, empty, samples));
	}

	static RequestType of(Class<?> type) {
		RequestType known = TYPES.get(type);
		if (known == null) {
			known = new RequestType(type);
			TYPES.put(type, known);
		}
		return known;
	}

	Class<?> type() {
		return this.type;
	}

	/**
	 * Return all fields; one has several entries when several methods set it.
	 */
	List<RequestField> fields() {
		return this.fields;
	}

	List<RequestField> fields(String wireName) {
		return this.fields.stream().filter((field) -> field.wireName().equals(wireName)).toList();
	}

	Set<String> wireNames() {
		Set<String> names = new LinkedHashSet<>();
		this.fields.stream().filter((field) -> !field.free()).forEach((field) -> names.add(field.wireName()));
		return names;
	}

	/**
	 * Tell whether each factory takes a field, and no setter does.
	 */
	boolean isRequired(String wireName) {
		List<RequestField> all = fields(wireName);
		return all.stream().allMatch(RequestField::factory) && all.size() == this.factories.size();
	}

	/**
	 * Tell whether no factory leaves a field to the setters.
	 */
	boolean isGivenByFactories(String wireName) {
		return fields(wireName).stream()
			.filter((field) -> field.factory() && field.parameter() != null)
			.count() == this.factories.size();
	}

	/**
	 * Return a request with all that can be set on it.
	 * @param samples where the values come from
	 * @param nulls whether to set null where that is allowed
	 */
	RequestFields<?> filled(Samples samples, boolean nulls) {
		Object request = samples.call(null, this.factories.get(0));
		Set<String> done = new LinkedHashSet<>(((RequestFields<?>) request).fields().keySet());
		for (RequestField field : this.fields) {
			if (!field.factory() && done.add(field.wireName())) {
				request = (nulls && field.nullable() && field.method().getParameterCount() == 1)
						? Samples.invoke(request, field.method(), new Object[] { null })
						: samples.call(request, field.method());
			}
		}
		return (RequestFields<?>) request;
	}

	/**
	 * Tell whether a factory takes over the fields of another request.
	 */
	private static boolean isCopy(Method factory, RequestFields<?> request) {
		return factory.getParameterCount() == 1 && RequestFields.class.isAssignableFrom(factory.getParameterTypes()[0])
				&& request.fields().values().stream().noneMatch(factory.getParameterTypes()[0]::isInstance);
	}

	private void learn(Method method, Object target, Samples samples) {
		boolean factory = Modifier.isStatic(method.getModifiers());
		Map<String, @Nullable Object> before = factory ? Map.of() : ((RequestFields<?>) target).fields();
		RequestFields<?> after = (RequestFields<?>) samples.call(factory ? null : target, method);
		List<String> names = new ArrayList<>(after.fields().keySet());
		names.removeIf((name) -> before.containsKey(name) && before.get(name) == after.fields().get(name));
		Map<String, Integer> parameters = isCopy(method, after) ? Map.of() : parameters(method, names);
		for (String name : names) {
			this.fields.add(new RequestField(this.type, name, method, parameters.getOrDefault(name, -1),
					after.fields().get(name)));
		}
		Assert.state(!names.isEmpty() || method.getParameterCount() == 0, () -> method + " sets nothing");
	}

	/**
	 * Find the parameter of each field: the one of the same name, else one that is left.
	 */
	private static Map<String, Integer> parameters(Method method, List<String> wireNames) {
		Map<String, Integer> found = new HashMap<>();
		for (boolean sameName : new boolean[] { true, false }) {
			for (int i = 0; i < method.getParameterCount(); i++) {
				String name = method.getParameters()[i].getName();
				for (String wireName : wireNames) {
					if (!found.containsKey(wireName) && !found.containsValue(i)
							&& (!sameName || Names.same(name, wireName))) {
						found.put(wireName, i);
					}
				}
			}
		}
		return found;
	}

	private Collection<Method> setters() {
		return methods((method) -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge()
				&& !method.getName().equals(OPTION) && method.getParameterCount() > 0
				&& RequestFields.class.isAssignableFrom(method.getReturnType()));
	}

	private List<Method> methods(Predicate<Method> predicate) {
		return Arrays.stream(this.type.getMethods())
			.filter(predicate)
			.sorted(Comparator.comparing(Method::getParameterCount).thenComparing(Method::toString))
			.toList();
	}

}
