package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * The email address that replaces all those of a user. An unverified one can shut the
 * user out.
 */
public final class ReplaceEmailAddressRequest extends RequestFields<ReplaceEmailAddressRequest> {

	private ReplaceEmailAddressRequest(Map<String, @Nullable Object> fields) {
		super(fields, ReplaceEmailAddressRequest::new);
	}

	/** Begin with a verified address. */
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
