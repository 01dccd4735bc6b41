package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Changes of a phone number. Fields that are not set stay as they are. */
public final class UpdatePhoneNumberRequest extends RequestFields<UpdatePhoneNumberRequest> {

	private UpdatePhoneNumberRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdatePhoneNumberRequest::new);
	}

	/** Begin with no change. */
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
