package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** An invitation to create, alone or in bulk. */
public final class CreateOrganizationInvitationRequest extends RequestFields<CreateOrganizationInvitationRequest> {

	private static final int MAX_DAYS = 365;

	private CreateOrganizationInvitationRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOrganizationInvitationRequest::new);
	}

	/** Begin with the address to invite and the key of the role. */
	public static CreateOrganizationInvitationRequest create(String emailAddress, String role) {
		return new CreateOrganizationInvitationRequest(Map.of()).set("email_address", emailAddress).set("role", role);
	}

	/** The id of the user who invites, or {@code null} for the application. */
	public CreateOrganizationInvitationRequest inviterUserId(@Nullable String inviterUserId) {
		return setNullable("inviter_user_id", inviterUserId);
	}

	public CreateOrganizationInvitationRequest publicMetadata(
			@Nullable Map<String, ? extends @Nullable Object> publicMetadata) {
		return setNullable("public_metadata", publicMetadata);
	}

	public CreateOrganizationInvitationRequest privateMetadata(
			@Nullable Map<String, ? extends @Nullable Object> privateMetadata) {
		return setNullable("private_metadata", privateMetadata);
	}

	/** Where the link leads, for applications with pages of their own. */
	public CreateOrganizationInvitationRequest redirectUrl(@Nullable String redirectUrl) {
		return setNullable("redirect_url", redirectUrl);
	}

	/** From 1 to 365 days. */
	public CreateOrganizationInvitationRequest expiresInDays(@Nullable Integer expiresInDays) {
		return setNullable("expires_in_days", number("expiresInDays", expiresInDays, 1, MAX_DAYS));
	}

	/** Whether Clerk sends the email; it does unless told otherwise. */
	public CreateOrganizationInvitationRequest notify(@Nullable Boolean notify) {
		return setNullable("notify", notify);
	}

}
