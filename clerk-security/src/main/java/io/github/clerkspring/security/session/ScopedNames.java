package io.github.clerkspring.security.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.Entitlements;

/**
 * List of features or plans in a token: names with a scope, separated by commas. Names
 * with an unknown scope grant nothing. Clerk's library refuses a list with an element
 * without scope; here such a list is malformed and empty.
 *
 * @param elements the elements in their order
 * @param malformed whether the list is malformed
 */
record ScopedNames(List<ScopedName> elements, boolean malformed) {

	static final ScopedNames EMPTY = new ScopedNames(List.of(), false);

	private static final ScopedNames MALFORMED = new ScopedNames(List.of(), true);

	static ScopedNames read(@Nullable Object claim) {
		if (!JavaScript.isTruthy(claim)) {
			return EMPTY;
		}
		return (claim instanceof String list) ? parse(list) : MALFORMED;
	}

	private static ScopedNames parse(String list) {
		List<ScopedName> elements = new ArrayList<>();
		for (String part : list.split(",", -1)) {
			String element = JavaScript.trim(part);
			int colon = element.indexOf(':');
			if (colon < 0) {
				return MALFORMED;
			}
			elements.add(new ScopedName(element.substring(0, colon), element.substring(colon + 1)));
		}
		return new ScopedNames(elements, false);
	}

	Entitlements entitlements() {
		return new Entitlements(select(ScopedName::isUser), select(ScopedName::isOrganization));
	}

	private Set<String> select(Predicate<ScopedName> condition) {
		return this.elements.stream()
			.filter(condition)
			.map(ScopedName::name)
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

}
