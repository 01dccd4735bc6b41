package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * The phone number that replaces all those of a user. An unverified one can shut the user
 * out.
 */
public final class ReplacePhoneNumberRequest extends RequestFields<ReplacePhoneNumberRequest> {

	private ReplacePhoneNumberRequest(Map<String, @Nullable Object> fields) {
		super(fields, ReplacePhoneNumberRequest::new);
	}

	/** Begin with a verified number in E.164 form. */
	public static ReplacePhoneNumberRequest create(String phoneNumber) {
		return new ReplacePhoneNumberRequest(Map.of()).set("phone_number", phoneNumber);
	}

	public ReplacePhoneNumberRequest identificationStatus(IdentificationStatus identificationStatus) {
		return set("identification_status", identificationStatus);
	}

}
