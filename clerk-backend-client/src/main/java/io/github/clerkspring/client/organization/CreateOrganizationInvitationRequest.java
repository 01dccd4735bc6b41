package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create an invitation, separately or in bulk. */
public final class CreateOrganizationInvitationRequest extends RequestFields<CreateOrganizationInvitationRequest> {

	private static final int MAX_DAYS = 365;

	private CreateOrganizationInvitationRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOrganizationInvitationRequest::new);
	}

	/** Create a request with the email address to invite and the key of the role. */
	public static CreateOrganizationInvitationRequest create(String emailAddress, String role) {
		return new CreateOrganizationInvitationRequest(Map.of()).set("email_address", emailAddress).set("role", role);
	}

	/** Set the id of the inviting user; {@code null} for the application. */
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

	/** Set the redirect URL of the invitation link. */
	public CreateOrganizationInvitationRequest redirectUrl(@Nullable String redirectUrl) {
		return setNullable("redirect_url", redirectUrl);
	}

	/** Set the days until expiration, 1 to 365. */
	public CreateOrganizationInvitationRequest expiresInDays(@Nullable Integer expiresInDays) {
		return setNullable("expires_in_days", number("expiresInDays", expiresInDays, 1, MAX_DAYS));
	}

	/** Set whether Clerk sends the email. Defaults to true. */
	public CreateOrganizationInvitationRequest notify(@Nullable Boolean notify) {
		return setNullable("notify", notify);
	}

}
