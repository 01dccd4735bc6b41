package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Request to update a user. Unset fields remain unchanged. Metadata is updated by
 * {@link UserOperations#mergeMetadata} and {@link UserOperations#replaceMetadata}.
 */
public final class UpdateUserRequest extends RequestFields<UpdateUserRequest> {

	private UpdateUserRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateUserRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateUserRequest create() {
		return new UpdateUserRequest(Map.of());
	}

	public UpdateUserRequest externalId(@Nullable String externalId) {
		return setNullable("external_id", externalId);
	}

	public UpdateUserRequest firstName(@Nullable String firstName) {
		return setNullable("first_name", firstName);
	}

	public UpdateUserRequest lastName(@Nullable String lastName) {
		return setNullable("last_name", lastName);
	}

	public UpdateUserRequest locale(@Nullable String locale) {
		return setNullable("locale", locale);
	}

	public UpdateUserRequest timezone(@Nullable String timezone) {
		return setNullable("timezone", timezone);
	}

	public UpdateUserRequest primaryEmailAddressId(@Nullable String primaryEmailAddressId) {
		return setNullable("primary_email_address_id", primaryEmailAddressId);
	}

	public UpdateUserRequest notifyPrimaryEmailAddressChanged(@Nullable Boolean notify) {
		return setNullable("notify_primary_email_address_changed", notify);
	}

	public UpdateUserRequest primaryPhoneNumberId(@Nullable String primaryPhoneNumberId) {
		return setNullable("primary_phone_number_id", primaryPhoneNumberId);
	}

	public UpdateUserRequest primaryWeb3WalletId(@Nullable String primaryWeb3WalletId) {
		return setNullable("primary_web3_wallet_id", primaryWeb3WalletId);
	}

	public UpdateUserRequest username(@Nullable String username) {
		return setNullable("username", username);
	}

	public UpdateUserRequest profileImageId(@Nullable String profileImageId) {
		return setNullable("profile_image_id", profileImageId);
	}

	public UpdateUserRequest password(@Nullable String password) {
		return setNullable("password", password);
	}

	/** Set the password as a digest in the format of its {@link #passwordHasher}. */
	public UpdateUserRequest passwordDigest(String passwordDigest) {
		return set("password_digest", passwordDigest);
	}

	public UpdateUserRequest passwordHasher(PasswordHasher passwordHasher) {
		return set("password_hasher", passwordHasher);
	}

	public UpdateUserRequest skipPasswordChecks(@Nullable Boolean skipPasswordChecks) {
		return setNullable("skip_password_checks", skipPasswordChecks);
	}

	public UpdateUserRequest signOutOfOtherSessions(@Nullable Boolean signOutOfOtherSessions) {
		return setNullable("sign_out_of_other_sessions", signOutOfOtherSessions);
	}

	public UpdateUserRequest totpSecret(@Nullable String totpSecret) {
		return setNullable("totp_secret", totpSecret);
	}

	public UpdateUserRequest backupCodes(List<String> backupCodes) {
		return set("backup_codes", backupCodes);
	}

	public UpdateUserRequest deleteSelfEnabled(@Nullable Boolean deleteSelfEnabled) {
		return setNullable("delete_self_enabled", deleteSelfEnabled);
	}

	public UpdateUserRequest createOrganizationEnabled(@Nullable Boolean createOrganizationEnabled) {
		return setNullable("create_organization_enabled", createOrganizationEnabled);
	}

	public UpdateUserRequest legalAcceptedAt(@Nullable Instant legalAcceptedAt) {
		return setNullable("legal_accepted_at", legalAcceptedAt);
	}

	public UpdateUserRequest skipLegalChecks(@Nullable Boolean skipLegalChecks) {
		return setNullable("skip_legal_checks", skipLegalChecks);
	}

	/**
	 * Set the maximum number of organizations that the user may create; 0 for unlimited.
	 */
	public UpdateUserRequest createOrganizationsLimit(@Nullable Integer createOrganizationsLimit) {
		return setNullable("create_organizations_limit", createOrganizationsLimit);
	}

	public UpdateUserRequest createdAt(@Nullable Instant createdAt) {
		return setNullable("created_at", createdAt);
	}

	public UpdateUserRequest bypassClientTrust(@Nullable Boolean bypassClientTrust) {
		return setNullable("bypass_client_trust", bypassClientTrust);
	}

}
