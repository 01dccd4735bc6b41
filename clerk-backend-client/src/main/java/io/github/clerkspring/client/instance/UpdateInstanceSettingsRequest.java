package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update the sign-up settings. Unset fields remain unchanged. */
public final class UpdateInstanceSettingsRequest extends RequestFields<UpdateInstanceSettingsRequest> {

	private UpdateInstanceSettingsRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateInstanceSettingsRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateInstanceSettingsRequest create() {
		return new UpdateInstanceSettingsRequest(Map.of());
	}

	public UpdateInstanceSettingsRequest restrictedToAllowlist(@Nullable Boolean restrictedToAllowlist) {
		return setNullable("restricted_to_allowlist", restrictedToAllowlist);
	}

	/** Set the local part of the sender's email address, such as {@code hello}. */
	public UpdateInstanceSettingsRequest fromEmailAddress(@Nullable String fromEmailAddress) {
		return setNullable("from_email_address", fromEmailAddress);
	}

	public UpdateInstanceSettingsRequest progressiveSignUp(@Nullable Boolean progressiveSignUp) {
		return setNullable("progressive_sign_up", progressiveSignUp);
	}

	/** Set whether test email addresses and phone numbers are enabled. */
	public UpdateInstanceSettingsRequest testMode(@Nullable Boolean testMode) {
		return setNullable("test_mode", testMode);
	}

}
