package io.github.clerkspring.security;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Features or plans of a session, apart for the user and for the active organization.
 *
 * @param user names that the user has
 * @param organization names that the active organization has
 */
public record Entitlements(Set<String> user, Set<String> organization) implements Serializable {

	/**
	 * No feature, or no plan, at all.
	 */
	public static final Entitlements NONE = new Entitlements(Set.of(), Set.of());

	public Entitlements {
		user = Set.copyOf(user);
		organization = Set.copyOf(organization);
	}

	/**
	 * Return the names of both.
	 * @return names without their scope
	 */
	public Set<String> all() {
		Set<String> all = new LinkedHashSet<>(this.user);
		all.addAll(this.organization);
		return Set.copyOf(all);
	}

	/**
	 * Tell whether a name is among these.
	 * @param asked a bare name, which either may have, or a name behind {@code user:} or
	 * {@code org:}, for which {@code u:}, {@code o:} and {@code organization:} may stand
	 * @return whether the name is there; never for another scope
	 */
	public boolean contains(String asked) {
		String[] parts = asked.split(":", -1);
		if (parts.length == 1) {
			return this.user.contains(asked) || this.organization.contains(asked);
		}
		return switch (parts[0]) {
			case "o", "org", "organization" -> this.organization.contains(parts[1]);
			case "u", "user" -> this.user.contains(parts[1]);
			default -> false;
		};
	}

}
