package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to add a phone number to a user. */
public final class CreatePhoneNumberRequest extends RequestFields<CreatePhoneNumberRequest> {

	private CreatePhoneNumberRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreatePhoneNumberRequest::new);
	}

	/** Create a request with the id of the user and the number in E.164 format. */
	public static CreatePhoneNumberRequest create(String userId, String phoneNumber) {
		return new CreatePhoneNumberRequest(Map.of()).set("user_id", userId).set("phone_number", phoneNumber);
	}

	public CreatePhoneNumberRequest verified(@Nullable Boolean verified) {
		return setNullable("verified", verified);
	}

	public CreatePhoneNumberRequest primary(@Nullable Boolean primary) {
		return setNullable("primary", primary);
	}

	public CreatePhoneNumberRequest reservedForSecondFactor(@Nullable Boolean reservedForSecondFactor) {
		return setNullable("reserved_for_second_factor", reservedForSecondFactor);
	}

}
