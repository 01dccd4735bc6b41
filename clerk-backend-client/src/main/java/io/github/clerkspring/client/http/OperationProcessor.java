package io.github.clerkspring.client.http;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Adds the name of the operation to its request, and rejects values that must not become
 * part of a path.
 */
class OperationProcessor implements HttpRequestValues.Processor {

	private final String resource;

	OperationProcessor(String resource) {
		this.resource = resource;
	}

	@Override
	public void process(Method method, MethodParameter[] parameters, @Nullable Object[] arguments,
			HttpRequestValues.Builder values) {
		for (int i = 0; i < parameters.length; i++) {
			if (parameters[i].hasParameterAnnotation(PathVariable.class)) {
				checkSegment(parameters[i].getParameterName(), arguments[i]);
			}
		}
		values.addAttribute(OperationAttributes.OPERATION, this.resource + "." + method.getName());
	}

	private static void checkSegment(@Nullable String name, @Nullable Object argument) {
		String segment = (argument != null) ? argument.toString() : "";
		Assert.isTrue(StringUtils.hasText(segment), () -> name + " must not be blank");
		Assert.isTrue(!".".equals(segment) && !"..".equals(segment), () -> name + " must not be '.' or '..'");
		Assert.isTrue(!hasControlCharacter(segment), () -> name + " must not contain control characters");
	}

	private static boolean hasControlCharacter(String segment) {
		for (int i = 0; i < segment.length(); i++) {
			if (Character.isISOControl(segment.charAt(i))) {
				return true;
			}
		}
		return false;
	}

}
