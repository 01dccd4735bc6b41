package io.github.clerkspring.security.authorization;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.annotation.RepeatableContainers;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.Assert;

/**
 * Detects invalid use of the annotations of this package at start, before a method is
 * called.
 */
public final class RequirementAnnotations {

	private static final Log logger = LogFactory.getLog(RequirementAnnotations.class);

	private static final Set<Class<? extends Annotation>> TYPES = Set.of(RequiresOrganization.class, RequiresRole.class,
			RequiresPermission.class, RequiresFeature.class, RequiresPlan.class, RequiresReverification.class,
			RequiresScope.class, AcceptsTokens.class);

	private static final String MINUTES = "afterMinutes";

	private RequirementAnnotations() {
	}

	/**
	 * Check a method or type.
	 * @param element the method or type, without overridden methods and supertypes
	 * @return whether it has an annotation of this package, directly or as a
	 * meta-annotation
	 * @throws IllegalStateException if the requirement is empty, if the element has
	 * another security annotation, or if another annotation replaces the value
	 */
	public static boolean check(AnnotatedElement element) {
		List<MergedAnnotation<PreAuthorize>> annotations = MergedAnnotations
			.from(element, SearchStrategy.DIRECT, RepeatableContainers.none())
			.stream(PreAuthorize.class)
			.toList();
		List<MergedAnnotation<?>> requirements = annotations.stream()
			.<MergedAnnotation<?>>map(MergedAnnotation::getMetaSource)
			.filter((source) -> source != null && TYPES.contains(source.getType()))
			.toList();
		if (requirements.isEmpty()) {
			return false;
		}
		Assert.state(annotations.size() == 1,
				() -> "There are several annotations on %s, of which Spring Security applies one. %s".formatted(element,
						"Declare a ClerkRequirement bean that combines the requirements and use "
								+ "@PreAuthorize(\"@clerkAuthorization.has(authentication, @nameOfTheBean)\")"));
		check(element, requirements.get(0));
		return true;
	}

	private static void check(AnnotatedElement element, MergedAnnotation<?> requirement) {
		requirement.asMap().forEach((name, value) -> {
			if (value instanceof String text) {
				checkText(element, requirement, text);
			}
			else if (value instanceof Object[] values) {
				Assert.state(values.length > 0,
						() -> describe(requirement, element) + " accepts nothing: it must not be empty");
			}
			else if (name.equals(MINUTES)) {
				Assert.state(value instanceof Integer minutes && minutes > 0,
						() -> describe(requirement, element) + " must be at least one minute");
			}
			if (!name.equals(MergedAnnotation.VALUE)) {
				checkNotReplaced(element, requirement, name, value);
			}
		});
	}

	private static void checkText(AnnotatedElement element, MergedAnnotation<?> requirement, String text) {
		Assert.state(!isEmpty(text), () -> describe(requirement, element) + " requires nothing: it must not be empty");
		Assert.state(text.chars().noneMatch((character) -> "'{}".indexOf(character) >= 0),
				() -> describe(requirement, element) + " must not contain quotes or braces");
		if (requirement.getType() == RequiresScope.class) {
			Assert.state(MachineRules.isScope(text),
					() -> describe(requirement, element) + " must be a scope of OAuth, without spaces and quotes");
		}
		if (requirement.getType() == RequiresPermission.class && text.matches("(org:)*sys_.*")) {
			logger.warn(describe(requirement, element) + " denies every call: Clerk's system permissions are not part "
					+ "of session tokens. Require a role instead");
		}
	}

	private static boolean isEmpty(String text) {
		int start = 0;
		while (text.startsWith("org:", start)) {
			start += "org:".length();
		}
		return text.substring(start).isBlank() || text.matches("(o|u|user|organization):\\s*(:.*)?");
	}

	// Spring Security fills in the attribute of the outermost annotation that has its
	// name
	private static void checkNotReplaced(AnnotatedElement element, MergedAnnotation<?> requirement, String name,
			Object value) {
		MergedAnnotation<?> outer = requirement.getMetaSource();
		while (outer != null) {
			MergedAnnotation<?> current = outer;
			Object other = value(current, name);
			Assert.state(other == null || Objects.deepEquals(other, value),
					() -> "The attribute '%s' of @%s replaces that of %s. Rename it, or declare it as its @AliasFor"
						.formatted(name, current.getType().getSimpleName(), describe(requirement, element)));
			outer = current.getMetaSource();
		}
	}

	private static @Nullable Object value(MergedAnnotation<?> annotation, String name) {
		return annotation.asMap().get(name);
	}

	private static String describe(MergedAnnotation<?> requirement, AnnotatedElement element) {
		return "@%s on %s".formatted(requirement.getType().getSimpleName(), element);
	}

}
