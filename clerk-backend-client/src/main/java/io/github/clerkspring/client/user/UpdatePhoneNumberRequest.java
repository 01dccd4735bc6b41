package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update a phone number. Unset fields remain unchanged. */
public final class UpdatePhoneNumberRequest extends RequestFields<UpdatePhoneNumberRequest> {

	private UpdatePhoneNumberRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdatePhoneNumberRequest::new);
	}

	/** Create a request without changes. */
	public static UpdatePhoneNumberRequest create() {
		return new UpdatePhoneNumberRequest(Map.of());
	}

	public UpdatePhoneNumberRequest verified(@Nullable Boolean verified) {
		return setNullable("verified", verified);
	}

	public UpdatePhoneNumberRequest primary(@Nullable Boolean primary) {
		return setNullable("primary", primary);
	}

	public UpdatePhoneNumberRequest reservedForSecondFactor(@Nullable Boolean reservedForSecondFactor) {
		return setNullable("reserved_for_second_factor", reservedForSecondFactor);
	}

}
