package io.github.clerkspring.client.role;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a role set. */
public final class CreateRoleSetRequest extends RequestFields<CreateRoleSetRequest> {

	private static final int MAX_ROLES = 10;

	private CreateRoleSetRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateRoleSetRequest::new);
	}

	/**
	 * Create a request with the name and the keys of the roles.
	 * @param name the name
	 * @param defaultRoleKey the role of new members, one of the roles
	 * @param creatorRoleKey the role of creators of organizations, one of the roles
	 * @param roles one to ten roles
	 */
	public static CreateRoleSetRequest create(String name, String defaultRoleKey, String creatorRoleKey,
			List<String> roles) {
		return new CreateRoleSetRequest(Map.of()).set("name", name)
			.set("default_role_key", defaultRoleKey)
			.set("creator_role_key", creatorRoleKey)
			.set("roles", items("roles", roles, MAX_ROLES));
	}

	/**
	 * Set the key: {@code role_set:} followed by lower-case letters, digits and
	 * underscores, unique in the instance.
	 */
	public CreateRoleSetRequest key(String key) {
		return set("key", key);
	}

	public CreateRoleSetRequest description(@Nullable String description) {
		return setNullable("description", description);
	}

	public CreateRoleSetRequest type(RoleSetType type) {
		return set("type", type);
	}

}
