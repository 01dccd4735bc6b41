package io.github.clerkspring.client.directory;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a link token for the admin portal. */
public final class CreateAdminPortalLinkTokenRequest extends RequestFields<CreateAdminPortalLinkTokenRequest> {

	private CreateAdminPortalLinkTokenRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateAdminPortalLinkTokenRequest::new);
	}

	/** Create an empty request. */
	public static CreateAdminPortalLinkTokenRequest create() {
		return new CreateAdminPortalLinkTokenRequest(Map.of());
	}

	public CreateAdminPortalLinkTokenRequest organizationId(String organizationId) {
		return set("organization_id", organizationId);
	}

	public CreateAdminPortalLinkTokenRequest itContactId(String itContactId) {
		return set("it_contact_id", itContactId);
	}

	public CreateAdminPortalLinkTokenRequest scopes(List<String> scopes) {
		return set("scopes", scopes);
	}

	/** Set the lifetime in seconds, at most one day. Defaults to one hour. */
	public CreateAdminPortalLinkTokenRequest secondsUntilExpiration(int secondsUntilExpiration) {
		return set("seconds_until_expiration", number("secondsUntilExpiration", secondsUntilExpiration, 1, 86_400));
	}

}
