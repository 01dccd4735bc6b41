package io.github.clerkspring.client.role;

import com.fasterxml.jackson.annotation.JsonValue;

/** Type of a role set. */
public record RoleSetType(@JsonValue String value) {

	/** Role set of organizations that are created without an explicit role set. */
	public static final RoleSetType INITIAL = new RoleSetType("initial");

	/** Role set that is assigned explicitly. */
	public static final RoleSetType CUSTOM = new RoleSetType("custom");

	@Override
	public String toString() {
		return this.value;
	}

}
