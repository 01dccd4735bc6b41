package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to add a user to an organization. */
public final class CreateOrganizationMembershipRequest extends RequestFields<CreateOrganizationMembershipRequest> {

	private CreateOrganizationMembershipRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOrganizationMembershipRequest::new);
	}

	/** Create a request with the id of the user and the key of the role. */
	public static CreateOrganizationMembershipRequest create(String userId, String role) {
		return new CreateOrganizationMembershipRequest(Map.of()).set("user_id", userId).set("role", role);
	}

	public CreateOrganizationMembershipRequest publicMetadata(
			@Nullable Map<String, ? extends @Nullable Object> publicMetadata) {
		return setNullable("public_metadata", publicMetadata);
	}

	public CreateOrganizationMembershipRequest privateMetadata(
			@Nullable Map<String, ? extends @Nullable Object> privateMetadata) {
		return setNullable("private_metadata", privateMetadata);
	}

}
