package io.github.clerkspring.client.organization;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Changes of an organization. Fields that are not set stay as they are. */
public final class UpdateOrganizationRequest extends RequestFields<UpdateOrganizationRequest> {

	private static final int MAX_NAME = 256;

	private UpdateOrganizationRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateOrganizationRequest::new);
	}

	/** Begin with no change. */
	public static UpdateOrganizationRequest create() {
		return new UpdateOrganizationRequest(Map.of());
	}

	/** At most 256 characters. */
	public UpdateOrganizationRequest name(@Nullable String name) {
		return setNullable("name", text("name", name, MAX_NAME));
	}

	/** Lower case letters, digits and dashes, unique in the instance. */
	public UpdateOrganizationRequest slug(@Nullable String slug) {
		return setNullable("slug", slug);
	}

	/** How many members there may be, where 0 means any number. */
	public UpdateOrganizationRequest maxAllowedMemberships(@Nullable Integer maxAllowedMemberships) {
		return setNullable("max_allowed_memberships",
				number("maxAllowedMemberships", maxAllowedMemberships, 0, Integer.MAX_VALUE));
	}

	/** Whether its administrators may delete it. */
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
