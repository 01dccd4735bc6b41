package io.github.clerkspring.client.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Secret;

/**
 * Holds the types of answers against their schemas, and remembers which record stands for
 * which schemas.
 */
final class AnswerCheck {

	private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(Integer.class, Long.class, Instant.class);

	private static final Set<Class<?>> NUMBERS = Set.of(Double.class, Float.class, BigDecimal.class, Integer.class,
			Long.class, Instant.class);

	private final Findings findings;

	private final Coverage coverage;

	private final OpenEnums openEnums;

	private final Map<Class<?>, List<SpecSchema>> records = new LinkedHashMap<>();

	AnswerCheck(Findings findings, Coverage coverage, OpenEnums openEnums) {
		this.findings = findings;
		this.coverage = coverage;
		this.openEnums = openEnums;
	}

	/**
	 * Return each record with the schemas that it stands for.
	 */
	Map<Class<?>, List<SpecSchema>> records() {
		return this.records;
	}

	/**
	 * Check the answer of an operation.
	 */
	void check(String family, String subject, Type type, @Nullable SpecSchema schema) {
		if (schema == null) {
			if (type != Void.class) {
				this.findings.add(family, subject, "the answer is empty, so it should be Mono<Void>");
			}
		}
		else if (raw(type) == Page.class) {
			checkPage(family, subject, argument(type, 0), schema);
		}
		else if (type == Void.class) {
			this.findings.add(family, subject, "the answer is " + schema + ", not empty");
		}
		else if (isEnvelope(schema)) {
			this.findings.add(family, subject, "the answer is a page");
		}
		else {
			checkType(family, subject, type, schema);
		}
	}

	private static boolean isEnvelope(SpecSchema schema) {
		return schema.properties().keySet().equals(Set.of("data", "total_count"));
	}

	private void checkPage(String family, String subject, Type item, SpecSchema schema) {
		this.coverage.found(schema);
		if (schema.kind() == SpecSchema.Kind.ARRAY) {
			checkType(family, subject + "[]", item, schema.items());
			return;
		}
		schema.properties().forEach((name, property) -> {
			SpecSchema value = property.schemas().get(0);
			if (value.kind() == SpecSchema.Kind.ARRAY) {
				this.coverage.found(property);
				this.coverage.found(value);
				checkType(family, subject + "[]", item, value.items());
			}
			else if (name.equals("total_count")) {
				this.coverage.found(property);
			}
			else {
				this.findings.add(family, subject, "the page drops " + name);
			}
		});
	}

	/**
	 * Check a type and tell whether it fits; what is inside is reported by itself.
	 */
	boolean checkType(String family, String subject, Type type, SpecSchema schema) {
		this.coverage.found(schema);
		boolean fits = switch (schema.kind()) {
			case OBJECT -> checkRecord(type, schema);
			case ARRAY ->
				raw(type) == List.class && checkType(family, subject + "[]", argument(type, 0), schema.items());
			case MAP -> checkMap(family, subject, type, schema);
			case ANY -> type == Object.class || raw(type) == Map.class;
			case STRING -> checkText(family, subject, type, schema);
			case BOOLEAN -> boxed(type) == Boolean.class;
			case INTEGER -> WHOLE_NUMBERS.contains(boxed(type));
			case NUMBER -> NUMBERS.contains(boxed(type));
		};
		if (!fits) {
			this.findings.add(family, subject, type.getTypeName() + " does not fit " + schema);
		}
		return fits;
	}

	private boolean checkMap(String family, String subject, Type type, SpecSchema schema) {
		SpecSchema values = schema.values();
		if (raw(type) != Map.class || argument(type, 0) != String.class) {
			return false;
		}
		return values == null || values.kind() == SpecSchema.Kind.ANY
				|| checkType(family, subject + "{}", argument(type, 1), values);
	}

	private boolean checkText(String family, String subject, Type type, SpecSchema schema) {
		if (Names.isOpenEnum(type)) {
			this.openEnums.check(family, subject, (Class<?>) type, schema);
			return true;
		}
		if (type == String.class && schema.enumValues().size() > 1) {
			this.findings.add(family, subject, "should be an open enum with " + schema.enumValues());
		}
		return type == String.class || type == Secret.class || type == Instant.class;
	}

	private boolean checkRecord(Type type, SpecSchema schema) {
		if (!(type instanceof Class<?> candidate && candidate.isRecord())) {
			return false;
		}
		List<SpecSchema> schemas = this.records.computeIfAbsent(candidate, (key) -> new ArrayList<>());
		if (schemas.stream().noneMatch((known) -> known.identity() == schema.identity())) {
			schemas.add(schema);
			String owner = StringUtils.unqualify(candidate.getPackageName());
			schema.properties().values().forEach((property) -> checkProperty(owner, candidate, property));
		}
		return true;
	}

	private void checkProperty(String family, Class<?> type, SpecProperty property) {
		String subject = subject(type, property.name());
		RecordComponent component = component(type, property.name());
		if (component != null) {
			boolean fits = true;
			for (SpecSchema schema : property.schemas()) {
				fits &= checkType(family, subject, component.getGenericType(), schema);
			}
			if (property.name().endsWith("_at") && property.schemas().get(0).kind() == SpecSchema.Kind.INTEGER
					&& component.getType() != Instant.class) {
				this.findings.add(family, subject, "should be an Instant");
			}
			if (fits) {
				this.coverage.found(property);
			}
		}
		else if (isDiscriminator(property)) {
			this.coverage.found(property);
		}
		else {
			this.findings.add(family, subject, "is missing, it is " + property.schemas());
		}
	}

	/**
	 * Tell whether a property is the constant name of the type, which records leave out.
	 */
	static boolean isDiscriminator(SpecProperty property) {
		return property.name().equals("object")
				&& property.schemas().stream().allMatch((schema) -> schema.enumValues().size() == 1);
	}

	static @Nullable RecordComponent component(Class<?> type, String wireName) {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> Names.wireName(component).equals(wireName))
			.findFirst()
			.orElse(null);
	}

	static String subject(Class<?> type, String wireName) {
		return ClassUtils.getShortName(type) + "." + wireName;
	}

	static Class<?> raw(Type type) {
		return (Class<?>) ((type instanceof ParameterizedType parameterized) ? parameterized.getRawType() : type);
	}

	private static Class<?> boxed(Type type) {
		return ClassUtils.resolvePrimitiveIfNecessary(raw(type));
	}

	static Type argument(Type type, int index) {
		return (type instanceof ParameterizedType parameterized) ? parameterized.getActualTypeArguments()[index]
				: Object.class;
	}

}
