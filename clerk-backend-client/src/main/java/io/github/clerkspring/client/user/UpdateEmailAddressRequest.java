package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update an email address. Unset fields remain unchanged. */
public final class UpdateEmailAddressRequest extends RequestFields<UpdateEmailAddressRequest> {

	private UpdateEmailAddressRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateEmailAddressRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateEmailAddressRequest create() {
		return new UpdateEmailAddressRequest(Map.of());
	}

	public UpdateEmailAddressRequest verified(@Nullable Boolean verified) {
		return setNullable("verified", verified);
	}

	public UpdateEmailAddressRequest primary(@Nullable Boolean primary) {
		return setNullable("primary", primary);
	}

	public UpdateEmailAddressRequest notifyPrimaryEmailAddressChanged(@Nullable Boolean notify) {
		return setNullable("notify_primary_email_address_changed", notify);
	}

}
