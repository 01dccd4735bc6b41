package io.github.clerkspring.client.instance;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update the instance. Unset fields remain unchanged. */
public final class UpdateInstanceRequest extends RequestFields<UpdateInstanceRequest> {

	private UpdateInstanceRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateInstanceRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateInstanceRequest create() {
		return new UpdateInstanceRequest(Map.of());
	}

	/** Set whether test email addresses and phone numbers are enabled. */
	public UpdateInstanceRequest testMode(@Nullable Boolean testMode) {
		return setNullable("test_mode", testMode);
	}

	/** Set whether passwords are checked against Have I Been Pwned. */
	public UpdateInstanceRequest hibp(@Nullable Boolean hibp) {
		return setNullable("hibp", hibp);
	}

	public UpdateInstanceRequest supportEmail(@Nullable String supportEmail) {
		return setNullable("support_email", supportEmail);
	}

	public UpdateInstanceRequest clerkJsVersion(@Nullable String clerkJsVersion) {
		return setNullable("clerk_js_version", clerkJsVersion);
	}

	public UpdateInstanceRequest developmentOrigin(@Nullable String developmentOrigin) {
		return setNullable("development_origin", developmentOrigin);
	}

	/**
	 * Set the allowed origins of browser extensions, Electron and Capacitor applications.
	 */
	public UpdateInstanceRequest allowedOrigins(List<String> allowedOrigins) {
		return set("allowed_origins", allowedOrigins);
	}

	/**
	 * Set whether the development instance works without third-party cookies.
	 * @param cookielessDev whether third-party cookies are not required
	 * @deprecated use {@link #urlBasedSessionSyncing(Boolean)}
	 */
	@Deprecated
	public UpdateInstanceRequest cookielessDev(@Nullable Boolean cookielessDev) {
		return setNullable("cookieless_dev", cookielessDev);
	}

	/**
	 * Set whether a development instance synchronizes sessions by URL instead of cookies.
	 */
	public UpdateInstanceRequest urlBasedSessionSyncing(@Nullable Boolean urlBasedSessionSyncing) {
		return setNullable("url_based_session_syncing", urlBasedSessionSyncing);
	}

	public UpdateInstanceRequest preferredSignInStrategyWhenPasswordRequired(@Nullable PreferredSignInStrategy value) {
		return setNullable("preferred_sign_in_strategy_when_password_required", value);
	}

	/** First step of a sign-in if a password is required. */
	public record PreferredSignInStrategy(@JsonValue String value) {

		public static final PreferredSignInStrategy PASSWORD = new PreferredSignInStrategy("password");

		public static final PreferredSignInStrategy OTP = new PreferredSignInStrategy("otp");

		public static final PreferredSignInStrategy UNSET = new PreferredSignInStrategy("");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
