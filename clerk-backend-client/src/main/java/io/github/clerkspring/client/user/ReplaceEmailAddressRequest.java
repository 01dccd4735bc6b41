package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Request to replace all email addresses of a user. An unverified address can prevent the
 * user from signing in.
 */
public final class ReplaceEmailAddressRequest extends RequestFields<ReplaceEmailAddressRequest> {

	private ReplaceEmailAddressRequest(Map<String, @Nullable Object> fields) {
		super(fields, ReplaceEmailAddressRequest::new);
	}

	/** Create a request with a verified address. */
	public static ReplaceEmailAddressRequest create(String emailAddress) {
		return new ReplaceEmailAddressRequest(Map.of()).set("email_address", emailAddress);
	}

	public ReplaceEmailAddressRequest identificationStatus(IdentificationStatus identificationStatus) {
		return set("identification_status", identificationStatus);
	}

	public ReplaceEmailAddressRequest notifyPrimaryEmailAddressChanged(@Nullable Boolean notify) {
		return setNullable("notify_primary_email_address_changed", notify);
	}

}
