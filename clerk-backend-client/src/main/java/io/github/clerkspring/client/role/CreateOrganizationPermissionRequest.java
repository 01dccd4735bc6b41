package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * A permission to create.
 */
public final class CreateOrganizationPermissionRequest extends RequestFields<CreateOrganizationPermissionRequest> {

	private CreateOrganizationPermissionRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOrganizationPermissionRequest::new);
	}

	/**
	 * Begin with the name and the key.
	 * @param name the name
	 * @param key the key, such as {@code org:invoices:create}
	 * @return the request
	 */
	public static CreateOrganizationPermissionRequest create(String name, String key) {
		return new CreateOrganizationPermissionRequest(Map.of()).set("name", name).set("key", key);
	}

	public CreateOrganizationPermissionRequest description(String description) {
		return set("description", description);
	}

}
