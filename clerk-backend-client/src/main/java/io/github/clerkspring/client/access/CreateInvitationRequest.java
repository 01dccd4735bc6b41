package io.github.clerkspring.client.access;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** An invitation to create, alone or in bulk. */
public final class CreateInvitationRequest extends RequestFields<CreateInvitationRequest> {

	private static final int MAX_DAYS = 365;

	private CreateInvitationRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateInvitationRequest::new);
	}

	/** Begin with the address to invite. */
	public static CreateInvitationRequest create(String emailAddress) {
		return new CreateInvitationRequest(Map.of()).set("email_address", emailAddress);
	}

	/** What the user gets as public metadata on signing up. */
	public CreateInvitationRequest publicMetadata(Map<String, ? extends @Nullable Object> publicMetadata) {
		return set("public_metadata", publicMetadata);
	}

	/** Where the link leads, for applications with a sign-up page of their own. */
	public CreateInvitationRequest redirectUrl(String redirectUrl) {
		return set("redirect_url", redirectUrl);
	}

	/** Whether Clerk sends the email; it does unless told otherwise. */
	public CreateInvitationRequest notify(@Nullable Boolean notify) {
		return setNullable("notify", notify);
	}

	/** Whether to invite even if there is an invitation or a user with the address. */
	public CreateInvitationRequest ignoreExisting(@Nullable Boolean ignoreExisting) {
		return setNullable("ignore_existing", ignoreExisting);
	}

	/** From 1 to 365 days; 30 unless set. */
	public CreateInvitationRequest expiresInDays(@Nullable Integer expiresInDays) {
		return setNullable("expires_in_days", number("expiresInDays", expiresInDays, 1, MAX_DAYS));
	}

	/** Which email is sent. */
	public CreateInvitationRequest templateSlug(TemplateSlug templateSlug) {
		return set("template_slug", templateSlug);
	}

	/** Email that Clerk sends to the recipient. */
	public record TemplateSlug(@JsonValue String value) {

		public static final TemplateSlug INVITATION = new TemplateSlug("invitation");

		public static final TemplateSlug WAITLIST_INVITATION = new TemplateSlug("waitlist_invitation");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
