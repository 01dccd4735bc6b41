package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update a permission. Unset fields remain unchanged. */
public final class UpdateOrganizationPermissionRequest extends RequestFields<UpdateOrganizationPermissionRequest> {

	private UpdateOrganizationPermissionRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateOrganizationPermissionRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateOrganizationPermissionRequest create() {
		return new UpdateOrganizationPermissionRequest(Map.of());
	}

	public UpdateOrganizationPermissionRequest name(String name) {
		return set("name", name);
	}

	public UpdateOrganizationPermissionRequest key(String key) {
		return set("key", key);
	}

	public UpdateOrganizationPermissionRequest description(String description) {
		return set("description", description);
	}

}
