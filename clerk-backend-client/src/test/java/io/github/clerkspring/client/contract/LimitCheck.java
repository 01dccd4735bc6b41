package io.github.clerkspring.client.contract;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.NumberUtils;

/**
 * Holds setters and factories against the limits of the specification, by calling them
 * with values beyond.
 */
final class LimitCheck {

	private final Findings findings;

	private final Samples samples = new Samples();

	LimitCheck(Findings findings) {
		this.findings = findings;
	}

	void check(String family, String subject, RequestField field, SpecProperty property) {
		if (field.parameter() == null) {
			return;
		}
		SpecSchema schema = property.schemas().get(0);
		Class<?> type = field.parameter().getType();
		Long length = schema.maxLength();
		if (length != null && type == String.class) {
			checkRefused(family, subject, field, "x".repeat(length.intValue() + 1),
					"more than " + length + " characters");
		}
		Long size = schema.maxItems();
		if (size != null && type.isArray()) {
			Object items = Array.newInstance(type.getComponentType(), size.intValue() + 1);
			Arrays.fill((Object[]) items, this.samples.value(type.getComponentType()));
			checkRefused(family, subject, field, items, "more than " + size + " items");
		}
		if (size != null && type.isAssignableFrom(List.class)) {
			Object item = this.samples.value(AnswerCheck.argument(field.parameter().getParameterizedType(), 0));
			checkRefused(family, subject, field, Collections.nCopies(size.intValue() + 1, item),
					"more than " + size + " items");
		}
		checkNumber(family, subject, field, schema.number("maximum"), 1);
		checkNumber(family, subject, field, schema.number("minimum"), schema.isMinimumExclusive() ? 0 : -1);
		if (field.refusesNull()) {
			checkRefused(family, subject, field, null, "null");
		}
	}

	private void checkNumber(String family, String subject, RequestField field, @Nullable Long limit, int beyond) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(field.parameter().getType());
		if (limit == null || !Number.class.isAssignableFrom(type)) {
			return;
		}
		long value = limit + beyond;
		if (type != Integer.class || value == (int) value) {
			Object number = NumberUtils.convertNumberToTargetClass(value, type.asSubclass(Number.class));
			checkRefused(family, subject, field, number, String.valueOf(value));
		}
	}

	private void checkRefused(String family, String subject, RequestField field, @Nullable Object value, String what) {
		Method method = field.method();
		try {
			Object target = field.factory() ? null : RequestType.of(field.owner()).filled(this.samples, false);
			@Nullable Object[] arguments = this.samples.arguments(method, 0);
			arguments[field.index()] = value;
			Samples.invoke(target, method, arguments);
			this.findings.add(family, subject, field + " accepts " + what);
		}
		catch (NullPointerException ex) {
			this.findings.add(family, subject, field + " refuses null without its name");
		}
		catch (IllegalArgumentException ex) {
			String message = String.valueOf(ex.getMessage());
			if (!message.contains(field.wireName()) && !message.contains(field.javaName())) {
				this.findings.add(family, subject, field + " refuses " + what + " without its name: " + message);
			}
		}
	}

}
