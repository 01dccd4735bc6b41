package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a permission. */
public final class CreateOrganizationPermissionRequest extends RequestFields<CreateOrganizationPermissionRequest> {

	private CreateOrganizationPermissionRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOrganizationPermissionRequest::new);
	}

	/** Create a request with the name and a key such as {@code org:invoices:create}. */
	public static CreateOrganizationPermissionRequest create(String name, String key) {
		return new CreateOrganizationPermissionRequest(Map.of()).set("name", name).set("key", key);
	}

	public CreateOrganizationPermissionRequest description(String description) {
		return set("description", description);
	}

}
