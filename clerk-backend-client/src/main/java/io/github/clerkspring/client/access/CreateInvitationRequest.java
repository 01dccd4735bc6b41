package io.github.clerkspring.client.access;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create an invitation, separately or in bulk. */
public final class CreateInvitationRequest extends RequestFields<CreateInvitationRequest> {

	private static final int MAX_DAYS = 365;

	private CreateInvitationRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateInvitationRequest::new);
	}

	/** Create a request with the email address to invite. */
	public static CreateInvitationRequest create(String emailAddress) {
		return new CreateInvitationRequest(Map.of()).set("email_address", emailAddress);
	}

	/** Set the public metadata of the user who signs up. */
	public CreateInvitationRequest publicMetadata(Map<String, ? extends @Nullable Object> publicMetadata) {
		return set("public_metadata", publicMetadata);
	}

	/** Set the redirect URL of the invitation link, for custom sign-up pages. */
	public CreateInvitationRequest redirectUrl(String redirectUrl) {
		return set("redirect_url", redirectUrl);
	}

	/** Set whether Clerk sends the email. Defaults to true. */
	public CreateInvitationRequest notify(@Nullable Boolean notify) {
		return setNullable("notify", notify);
	}

	/** Set whether an existing invitation or user with the address is ignored. */
	public CreateInvitationRequest ignoreExisting(@Nullable Boolean ignoreExisting) {
		return setNullable("ignore_existing", ignoreExisting);
	}

	/** Set the days until expiration, 1 to 365. Defaults to 30. */
	public CreateInvitationRequest expiresInDays(@Nullable Integer expiresInDays) {
		return setNullable("expires_in_days", number("expiresInDays", expiresInDays, 1, MAX_DAYS));
	}

	/** Set the template of the email. */
	public CreateInvitationRequest templateSlug(TemplateSlug templateSlug) {
		return set("template_slug", templateSlug);
	}

	/** Template of the invitation email. */
	public record TemplateSlug(@JsonValue String value) {

		public static final TemplateSlug INVITATION = new TemplateSlug("invitation");

		public static final TemplateSlug WAITLIST_INVITATION = new TemplateSlug("waitlist_invitation");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
