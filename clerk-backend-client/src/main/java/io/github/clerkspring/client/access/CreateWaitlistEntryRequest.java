package io.github.clerkspring.client.access;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** An entry to put on the waitlist, one of several. */
public final class CreateWaitlistEntryRequest extends RequestFields<CreateWaitlistEntryRequest> {

	private CreateWaitlistEntryRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateWaitlistEntryRequest::new);
	}

	/** Begin with the address of the person. */
	public static CreateWaitlistEntryRequest create(String emailAddress) {
		return new CreateWaitlistEntryRequest(Map.of()).set("email_address", emailAddress);
	}

	/** Whether Clerk confirms it by email; it does unless told otherwise. */
	public CreateWaitlistEntryRequest notify(@Nullable Boolean notify) {
		return setNullable("notify", notify);
	}

}
