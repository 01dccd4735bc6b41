package io.github.clerkspring.emulator.users;

import java.util.List;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Shape;

/**
 * Users and their dependent resources.
 */
public final class UserShapes {

	public static final Shape USER = Shape.of("user", "user")
		.nullable("external_id", "primary_email_address_id", "primary_phone_number_id", "primary_web3_wallet_id")
		.nullable("username", "first_name", "last_name", "locale", "timezone")
		.with("has_image", false)
		.with("public_metadata", Json.object())
		.with("private_metadata", Json.object())
		.with("unsafe_metadata", Json.object())
		.with("password_enabled", false)
		.with("two_factor_enabled", false)
		.with("totp_enabled", false)
		.with("backup_code_enabled", false)
		.nullable("mfa_enabled_at", "mfa_disabled_at", "password_last_updated_at", "last_sign_in_at")
		.with("banned", false)
		.with("locked", false)
		.nullable("lockout_expires_in_seconds")
		.with("verification_attempts_remaining", 100)
		.with("delete_self_enabled", true)
		.with("create_organization_enabled", true)
		.nullable("create_organizations_limit", "last_active_at", "legal_accepted_at")
		.with("bypass_client_trust", false)
		.hidden("password", "password_hasher", "totp_secret", "backup_codes", "password_compromised")
		.indexed("external_id", "username")
		.build();

	public static final Shape EMAIL_ADDRESS = Shape.of("email_address", "idn")
		.nullable("email_address")
		.with("reserved", false)
		.nullable("verification")
		.with("linked_to", List.of())
		.with("matches_sso_connection", false)
		.hidden("user_id")
		.indexed("email_address", "user_id")
		.partOf(USER, "user_id")
		.build();

	public static final Shape PHONE_NUMBER = Shape.of("phone_number", "idn")
		.nullable("phone_number")
		.with("reserved_for_second_factor", false)
		.with("default_second_factor", false)
		.with("reserved", false)
		.nullable("verification")
		.with("linked_to", List.of())
		.nullable("backup_codes")
		.hidden("user_id")
		.indexed("phone_number", "user_id")
		.partOf(USER, "user_id")
		.build();

	public static final Shape WEB3_WALLET = Shape.of("web3_wallet", "idn")
		.nullable("web3_wallet", "verification")
		.hidden("user_id")
		.indexed("web3_wallet", "user_id")
		.partOf(USER, "user_id")
		.build();

	public static final Shape PASSKEY = Shape.of("passkey", "idn")
		.nullable("name", "last_used_at", "verification")
		.hidden("user_id")
		.indexed("user_id")
		.withoutTimestamps()
		.build();

	public static final Shape EXTERNAL_ACCOUNT = Shape.of("external_account", "eac")
		.nullable("provider", "identification_id", "provider_user_id")
		.with("approved_scopes", "")
		.with("email_address", "")
		.with("first_name", "")
		.with("last_name", "")
		.with("avatar_url", "")
		.nullable("image_url", "email_address_verified", "username", "phone_number", "label")
		.with("public_metadata", Json.object())
		.nullable("verification")
		.hidden("user_id", "access_token")
		.indexed("user_id", "provider_user_id")
		.build();

	public static final Shape TRUSTED_DEVICE = Shape.of("trusted_device", "tdev")
		.with("platform", "ios")
		.nullable("app_identifier", "name")
		.with("algorithm", "ES256")
		.with("status", "active")
		.nullable("last_used_at", "revoked_at")
		.hidden("user_id")
		.indexed("user_id")
		.build();

	public static final Shape VERIFICATION = Shape.of("verification_otp", "ver")
		.nullable("status", "strategy")
		.with("attempts", 0)
		.nullable("expire_at", "channel")
		.hidden("identification_id")
		.indexed("identification_id")
		.withoutTimestamps()
		.build();

	private UserShapes() {
	}

}
