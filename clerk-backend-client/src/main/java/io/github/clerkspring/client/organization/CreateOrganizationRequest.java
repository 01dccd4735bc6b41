package io.github.clerkspring.client.organization;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create an organization. */
public final class CreateOrganizationRequest extends RequestFields<CreateOrganizationRequest> {

	private static final int MAX_NAME = 256;

	private CreateOrganizationRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOrganizationRequest::new);
	}

	/** Create a request with the name, at most 256 characters. */
	public static CreateOrganizationRequest create(String name) {
		return new CreateOrganizationRequest(Map.of()).set("name", text("name", name, MAX_NAME));
	}

	/** Set the id of the user who becomes its administrator. */
	public CreateOrganizationRequest createdBy(@Nullable String createdBy) {
		return setNullable("created_by", createdBy);
	}

	public CreateOrganizationRequest privateMetadata(
			@Nullable Map<String, ? extends @Nullable Object> privateMetadata) {
		return setNullable("private_metadata", privateMetadata);
	}

	public CreateOrganizationRequest publicMetadata(@Nullable Map<String, ? extends @Nullable Object> publicMetadata) {
		return setNullable("public_metadata", publicMetadata);
	}

	/** Set the slug: lower-case letters, digits and dashes, unique in the instance. */
	public CreateOrganizationRequest slug(@Nullable String slug) {
		return setNullable("slug", slug);
	}

	/** Set the maximum number of members; 0 for unlimited. */
	public CreateOrganizationRequest maxAllowedMemberships(@Nullable Integer maxAllowedMemberships) {
		return setNullable("max_allowed_memberships",
				number("maxAllowedMemberships", maxAllowedMemberships, 0, Integer.MAX_VALUE));
	}

	public CreateOrganizationRequest createdAt(@Nullable Instant createdAt) {
		return setNullable("created_at", createdAt);
	}

	public CreateOrganizationRequest roleSetKey(@Nullable String roleSetKey) {
		return setNullable("role_set_key", roleSetKey);
	}

}
