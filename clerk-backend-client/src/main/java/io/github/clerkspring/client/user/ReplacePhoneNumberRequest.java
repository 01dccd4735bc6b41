package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Request to replace all phone numbers of a user. An unverified number can prevent the
 * user from signing in.
 */
public final class ReplacePhoneNumberRequest extends RequestFields<ReplacePhoneNumberRequest> {

	private ReplacePhoneNumberRequest(Map<String, @Nullable Object> fields) {
		super(fields, ReplacePhoneNumberRequest::new);
	}

	/** Create a request with a verified number in E.164 format. */
	public static ReplacePhoneNumberRequest create(String phoneNumber) {
		return new ReplacePhoneNumberRequest(Map.of()).set("phone_number", phoneNumber);
	}

	public ReplacePhoneNumberRequest identificationStatus(IdentificationStatus identificationStatus) {
		return set("identification_status", identificationStatus);
	}

}
