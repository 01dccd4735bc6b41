package io.github.clerkspring.client.organization;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update an organization. Unset fields remain unchanged. */
public final class UpdateOrganizationRequest extends RequestFields<UpdateOrganizationRequest> {

	private static final int MAX_NAME = 256;

	private UpdateOrganizationRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateOrganizationRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateOrganizationRequest create() {
		return new UpdateOrganizationRequest(Map.of());
	}

	/** Set the name, at most 256 characters. */
	public UpdateOrganizationRequest name(@Nullable String name) {
		return setNullable("name", text("name", name, MAX_NAME));
	}

	/** Set the slug: lower-case letters, digits and dashes, unique in the instance. */
	public UpdateOrganizationRequest slug(@Nullable String slug) {
		return setNullable("slug", slug);
	}

	/** Set the maximum number of members; 0 for unlimited. */
	public UpdateOrganizationRequest maxAllowedMemberships(@Nullable Integer maxAllowedMemberships) {
		return setNullable("max_allowed_memberships",
				number("maxAllowedMemberships", maxAllowedMemberships, 0, Integer.MAX_VALUE));
	}

	/** Set whether administrators may delete the organization. */
	public UpdateOrganizationRequest adminDeleteEnabled(@Nullable Boolean adminDeleteEnabled) {
		return setNullable("admin_delete_enabled", adminDeleteEnabled);
	}

	public UpdateOrganizationRequest createdAt(@Nullable Instant createdAt) {
		return setNullable("created_at", createdAt);
	}

	public UpdateOrganizationRequest roleSetKey(@Nullable String roleSetKey) {
		return setNullable("role_set_key", roleSetKey);
	}

}
