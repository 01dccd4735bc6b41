package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Changes of the settings of sign-up. Fields that are not set stay as they are. */
public final class UpdateInstanceSettingsRequest extends RequestFields<UpdateInstanceSettingsRequest> {

	private UpdateInstanceSettingsRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateInstanceSettingsRequest::new);
	}

	/** Begin with no change. */
	public static UpdateInstanceSettingsRequest create() {
		return new UpdateInstanceSettingsRequest(Map.of());
	}

	public UpdateInstanceSettingsRequest restrictedToAllowlist(@Nullable Boolean restrictedToAllowlist) {
		return setNullable("restricted_to_allowlist", restrictedToAllowlist);
	}

	/** Set the part before the at sign, such as {@code hello}. */
	public UpdateInstanceSettingsRequest fromEmailAddress(@Nullable String fromEmailAddress) {
		return setNullable("from_email_address", fromEmailAddress);
	}

	public UpdateInstanceSettingsRequest progressiveSignUp(@Nullable Boolean progressiveSignUp) {
		return setNullable("progressive_sign_up", progressiveSignUp);
	}

	/** Set whether the addresses and phone numbers for tests work. */
	public UpdateInstanceSettingsRequest testMode(@Nullable Boolean testMode) {
		return setNullable("test_mode", testMode);
	}

}
