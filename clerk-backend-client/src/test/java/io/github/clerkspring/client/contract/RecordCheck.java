package io.github.clerkspring.client.contract;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.util.StringUtils;

/**
 * Holds a record against all schemas that it stands for: no component is invented, and
 * nullable is what any of them may leave out.
 */
final class RecordCheck {

	private final Findings findings;

	RecordCheck(Findings findings) {
		this.findings = findings;
	}

	void check(Class<?> type, Collection<SpecSchema> schemas) {
		for (RecordComponent component : type.getRecordComponents()) {
			String name = Names.wireName(component);
			List<SpecProperty> uses = schemas.stream()
				.map((schema) -> schema.properties().get(name))
				.filter(Objects::nonNull)
				.toList();
			if (uses.isEmpty()) {
				add(component, name, "is invented, " + schemas + " do not have it");
			}
			else {
				checkNullable(component, name, uses, uses.size() == schemas.size());
				checkDiscriminator(component, name, uses);
			}
		}
	}

	private void checkNullable(RecordComponent component, String name, List<SpecProperty> uses, boolean inAll) {
		boolean nullable = Names.isNullable(component.getAnnotatedType(), component);
		if (List.class.isAssignableFrom(component.getType()) || Map.class.isAssignableFrom(component.getType())) {
			if (nullable) {
				add(component, name, "lists and maps are never null");
			}
			return;
		}
		boolean mayBeNull = uses.stream().anyMatch(SpecProperty::nullable);
		boolean mayBeAbsent = !inAll || !uses.stream().allMatch(SpecProperty::required);
		boolean either = (name.equals("id") && !mayBeNull) || (!mayBeNull && isObject(uses));
		if (!nullable && (mayBeNull || mayBeAbsent) && !either) {
			add(component, name, "should be @Nullable");
		}
		if (nullable && !mayBeNull && !mayBeAbsent && !either) {
			add(component, name, "should not be @Nullable");
		}
		if (component.getType().isPrimitive() && mayBeNull) {
			add(component, name, "should be boxed");
		}
	}

	private static boolean isObject(List<SpecProperty> uses) {
		return uses.stream()
			.flatMap((use) -> use.schemas().stream())
			.anyMatch((schema) -> schema.kind() == SpecSchema.Kind.OBJECT);
	}

	private void checkDiscriminator(RecordComponent component, String name, List<SpecProperty> uses) {
		boolean constant = uses.stream().allMatch(AnswerCheck::isDiscriminator);
		long values = uses.stream()
			.flatMap((use) -> use.schemas().stream())
			.flatMap((schema) -> schema.enumValues().stream())
			.distinct()
			.count();
		if (constant && values == 1) {
			add(component, name, "is a constant and not needed");
		}
	}

	private void add(RecordComponent component, String name, String message) {
		Class<?> type = component.getDeclaringRecord();
		this.findings.add(StringUtils.unqualify(type.getPackageName()), AnswerCheck.subject(type, name), message);
	}

}
