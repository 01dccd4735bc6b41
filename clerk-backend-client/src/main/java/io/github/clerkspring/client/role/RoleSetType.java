package io.github.clerkspring.client.role;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a role set is for. */
public record RoleSetType(@JsonValue String value) {

	/** For organizations that were created without naming a role set. */
	public static final RoleSetType INITIAL = new RoleSetType("initial");

	/** For organizations that name it. */
	public static final RoleSetType CUSTOM = new RoleSetType("custom");

	@Override
	public String toString() {
		return this.value;
	}

}
