package io.github.clerkspring.client.access;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a waitlist entry in bulk. */
public final class CreateWaitlistEntryRequest extends RequestFields<CreateWaitlistEntryRequest> {

	private CreateWaitlistEntryRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateWaitlistEntryRequest::new);
	}

	/** Create a request with the email address. */
	public static CreateWaitlistEntryRequest create(String emailAddress) {
		return new CreateWaitlistEntryRequest(Map.of()).set("email_address", emailAddress);
	}

	/** Set whether Clerk sends a confirmation email. Defaults to true. */
	public CreateWaitlistEntryRequest notify(@Nullable Boolean notify) {
		return setNullable("notify", notify);
	}

}
