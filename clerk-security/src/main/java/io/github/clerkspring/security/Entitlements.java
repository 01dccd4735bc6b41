package io.github.clerkspring.security;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Features or plans of a session, separately for the user and for the active
 * organization.
 *
 * @param user names that the user has
 * @param organization names that the active organization has
 */
public record Entitlements(Set<String> user, Set<String> organization) implements Serializable {

	/**
	 * No features or plans.
	 */
	public static final Entitlements NONE = new Entitlements(Set.of(), Set.of());

	public Entitlements {
		user = Set.copyOf(user);
		organization = Set.copyOf(organization);
	}

	/**
	 * Return the names of the user and of the organization.
	 * @return names without their scope
	 */
	public Set<String> all() {
		Set<String> all = new LinkedHashSet<>(this.user);
		all.addAll(this.organization);
		return Set.copyOf(all);
	}

	/**
	 * Return whether a name is contained.
	 * @param name a name without a scope, which the user or the organization may have, or
	 * a name with the prefix {@code user:} or {@code org:}; {@code u:}, {@code o:} and
	 * {@code organization:} are accepted as well
	 * @return whether the name is contained; {@code false} for another scope and for a
	 * blank name
	 */
	public boolean contains(@Nullable String name) {
		if (name == null) {
			return false;
		}
		String[] parts = name.split(":", -1);
		if (parts.length == 1) {
			return contains(this.user, name) || contains(this.organization, name);
		}
		return switch (parts[0]) {
			case "o", "org", "organization" -> contains(this.organization, parts[1]);
			case "u", "user" -> contains(this.user, parts[1]);
			default -> false;
		};
	}

	private static boolean contains(Set<String> names, String name) {
		return !name.isBlank() && names.contains(name);
	}

}
