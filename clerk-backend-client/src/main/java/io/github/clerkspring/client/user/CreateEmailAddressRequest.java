package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to add an email address to a user. */
public final class CreateEmailAddressRequest extends RequestFields<CreateEmailAddressRequest> {

	private CreateEmailAddressRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateEmailAddressRequest::new);
	}

	/** Create a request with the id of the user and the address. */
	public static CreateEmailAddressRequest create(String userId, String emailAddress) {
		return new CreateEmailAddressRequest(Map.of()).set("user_id", userId).set("email_address", emailAddress);
	}

	public CreateEmailAddressRequest verified(@Nullable Boolean verified) {
		return setNullable("verified", verified);
	}

	public CreateEmailAddressRequest primary(@Nullable Boolean primary) {
		return setNullable("primary", primary);
	}

	public CreateEmailAddressRequest notifyPrimaryEmailAddressChanged(@Nullable Boolean notify) {
		return setNullable("notify_primary_email_address_changed", notify);
	}

}
