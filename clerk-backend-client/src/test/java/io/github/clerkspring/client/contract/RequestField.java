package io.github.clerkspring.client.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;

import org.jspecify.annotations.Nullable;

/**
 * One field that a factory or a setter of a request sets.
 *
 * @param owner the request
 * @param wireName the name on the wire
 * @param method the factory or setter
 * @param index which of its parameters becomes the field; -1 when none does
 * @param sample what was set when it was tried
 */
record RequestField(Class<?> owner, String wireName, Method method, int index, @Nullable Object sample) {

	boolean factory() {
		return Modifier.isStatic(this.method.getModifiers());
	}

	@Nullable Parameter parameter() {
		return (this.index >= 0) ? this.method.getParameters()[this.index] : null;
	}

	/**
	 * Tell whether the caller chooses the name, as in {@code claim(name, value)}.
	 */
	boolean free() {
		return !factory() && this.method.getParameterCount() == 2;
	}

	boolean nullable() {
		Parameter parameter = parameter();
		return parameter != null && Names.isNullable(parameter.getAnnotatedType(), parameter);
	}

	/**
	 * Tell whether someone could pass null where it is not allowed.
	 */
	boolean refusesNull() {
		Parameter parameter = parameter();
		return parameter != null && !nullable() && !parameter.getType().isPrimitive() && !parameter.isVarArgs();
	}

	/**
	 * Return what a person calls the field: a setter's name or a parameter of a factory.
	 */
	String javaName() {
		Parameter parameter = parameter();
		return (factory() && parameter != null) ? parameter.getName() : this.method.getName();
	}

	@Override
	public String toString() {
		return this.owner.getSimpleName() + "." + this.method.getName() + "(" + this.wireName + ")";
	}

}
