package io.github.clerkspring.boot.security;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.security.authorization.method.AuthorizationAdvisor;
import org.springframework.util.ClassUtils;

import io.github.clerkspring.security.authorization.RequirementAnnotations;

/**
 * Checks at startup that the annotations that secure methods are used correctly on the
 * types of beans, and warns if they are not applied.
 */
class SecuredTypes implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(SecuredTypes.class);

	private static final List<String> IGNORED = List.of("java.", "jakarta.", "kotlin.", "org.springframework.");

	private final ConfigurableListableBeanFactory beanFactory;

	SecuredTypes(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Set<Class<?>> checked = new LinkedHashSet<>();
		Set<String> unsecured = new TreeSet<>();
		for (String name : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			Class<?> type = type(name);
			if (type != null && checked.add(type) && isAnnotated(type) && !isSecured(type)) {
				unsecured.add(type.getName());
			}
		}
		if (!unsecured.isEmpty()) {
			logger
				.warn(("Annotations such as @RequiresRole on %s have no effect, because method security is not enabled. "
						+ "Add @EnableMethodSecurity to a configuration class, on WebFlux @EnableReactiveMethodSecurity")
					.formatted(unsecured));
		}
	}

	private @Nullable Class<?> type(String name) {
		try {
			Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, name);
			return (type != null && !isIgnored(type)) ? ClassUtils.getUserClass(type) : null;
		}
		catch (BeansException | LinkageError ex) {
			logger.debug("The type of the bean '" + name + "' cannot be found", ex);
			return null;
		}
	}

	private static boolean isIgnored(Class<?> type) {
		return IGNORED.stream().anyMatch(type.getName()::startsWith);
	}

	private static boolean isAnnotated(Class<?> type) {
		boolean annotated = false;
		for (Class<?> one : hierarchy(type)) {
			annotated |= RequirementAnnotations.check(one);
			for (Method method : methods(one)) {
				annotated |= RequirementAnnotations.check(method);
			}
		}
		return annotated;
	}

	private static Method[] methods(Class<?> type) {
		try {
			return type.getDeclaredMethods();
		}
		catch (LinkageError ex) {
			logger.debug("The methods of " + type.getName() + " cannot be found, such as for a missing library", ex);
			return new Method[0];
		}
	}

	private static Collection<Class<?>> hierarchy(Class<?> type) {
		Set<Class<?>> hierarchy = new LinkedHashSet<>();
		for (Class<?> current = type; current != null; current = current.getSuperclass()) {
			hierarchy.add(current);
		}
		return Stream.concat(hierarchy.stream(), Stream.of(ClassUtils.getAllInterfacesForClass(type)))
			.filter((one) -> !isIgnored(one))
			.toList();
	}

	private boolean isSecured(Class<?> type) {
		return this.beanFactory.getBeanProvider(AuthorizationAdvisor.class)
			.stream()
			.anyMatch((advisor) -> AopUtils.canApply(advisor.getPointcut(), type));
	}

}
