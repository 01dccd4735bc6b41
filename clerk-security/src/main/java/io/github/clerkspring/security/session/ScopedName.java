package io.github.clerkspring.security.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.github.clerkspring.security.Entitlements;

/**
 * Element of the lists in which tokens name features and plans.
 *
 * @param scope who has it
 * @param name what it is
 */
record ScopedName(String scope, String name) {

	static List<ScopedName> list(String text) {
		List<ScopedName> names = new ArrayList<>();
		for (String element : text.split(",", -1)) {
			String trimmed = element.trim();
			int colon = trimmed.indexOf(':');
			names.add((colon < 0) ? new ScopedName("", trimmed)
					: new ScopedName(trimmed.substring(0, colon), trimmed.substring(colon + 1)));
		}
		return names;
	}

	static Entitlements entitlements(String text) {
		List<ScopedName> names = list(text);
		return new Entitlements(select(names, ScopedName::isUser), select(names, ScopedName::isOrganization));
	}

	private static Set<String> select(List<ScopedName> names, Predicate<ScopedName> condition) {
		Set<String> selected = new LinkedHashSet<>();
		names.stream()
			.filter(condition)
			.filter((one) -> !one.name().isEmpty())
			.forEach((one) -> selected.add(one.name()));
		return selected;
	}

	boolean isOrganization() {
		return this.scope.equals("o") || this.scope.equals("ou") || this.scope.equals("uo");
	}

	boolean isUser() {
		return this.scope.equals("u") || this.scope.equals("ou") || this.scope.equals("uo");
	}

	/**
	 * Clerk's library refuses a list with such an element. A comma too many is harmless.
	 */
	boolean isMalformed() {
		return this.scope.isEmpty() && !this.name.isEmpty();
	}

}
