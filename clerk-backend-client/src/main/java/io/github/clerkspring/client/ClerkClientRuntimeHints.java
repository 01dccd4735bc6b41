package io.github.clerkspring.client;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.core.ResolvableType;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Native hints for every interface of operations and all types its operations reach.
 */
class ClerkClientRuntimeHints implements RuntimeHintsRegistrar {

	private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

	private final ReflectiveRuntimeHintsRegistrar reflective = new ReflectiveRuntimeHintsRegistrar();

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		Set<Class<?>> requests = new HashSet<>();
		operations().forEach((type) -> {
			hints.proxies().registerJdkProxy(AopProxyUtils.completeJdkProxyInterfaces(type));
			this.reflective.registerRuntimeHints(hints, type);
			Arrays.stream(type.getMethods()).forEach((method) -> registerMethod(hints, method, requests));
		});
	}

	static Stream<Class<?>> operations() {
		return Arrays.stream(ClerkBackendClient.class.getMethods())
			.<Class<?>>map(Method::getReturnType)
			.filter((type) -> type.isInterface() && type.getSimpleName().endsWith("Operations"));
	}

	private void registerMethod(RuntimeHints hints, Method method, Set<Class<?>> requests) {
		this.binding.registerReflectionHints(hints.reflection(), method.getGenericReturnType());
		registerRequests(hints, method, requests);
	}

	private void registerRequests(RuntimeHints hints, Method method, Set<Class<?>> requests) {
		for (int i = 0; i < method.getParameterCount(); i++) {
			registerRequest(hints, ResolvableType.forMethodParameter(method, i), requests);
		}
	}

	private void registerRequest(RuntimeHints hints, ResolvableType type, Set<Class<?>> requests) {
		Arrays.stream(type.getGenerics()).forEach((generic) -> registerRequest(hints, generic, requests));
		Class<?> candidate = type.toClass();
		if (RequestFields.class.isAssignableFrom(candidate)) {
			if (requests.add(candidate)) {
				hints.reflection().registerType(candidate, MemberCategory.INVOKE_PUBLIC_METHODS);
				Arrays.stream(candidate.getMethods()).forEach((method) -> registerRequests(hints, method, requests));
			}
		}
		else if (candidate.isRecord()) {
			this.binding.registerReflectionHints(hints.reflection(), candidate);
		}
	}

}
