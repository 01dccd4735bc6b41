package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Request to create a user. The required fields depend on the settings of the instance.
 */
public final class CreateUserRequest extends RequestFields<CreateUserRequest> {

	private CreateUserRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateUserRequest::new);
	}

	/** Create an empty request. */
	public static CreateUserRequest create() {
		return new CreateUserRequest(Map.of());
	}

	public CreateUserRequest externalId(@Nullable String externalId) {
		return setNullable("external_id", externalId);
	}

	public CreateUserRequest firstName(@Nullable String firstName) {
		return setNullable("first_name", firstName);
	}

	public CreateUserRequest lastName(@Nullable String lastName) {
		return setNullable("last_name", lastName);
	}

	public CreateUserRequest locale(@Nullable String locale) {
		return setNullable("locale", locale);
	}

	public CreateUserRequest timezone(@Nullable String timezone) {
		return setNullable("timezone", timezone);
	}

	/** Set the email addresses, the primary one first. */
	public CreateUserRequest emailAddress(List<String> emailAddress) {
		return set("email_address", emailAddress);
	}

	/** Set the status of each email address, in the order of the addresses. */
	public CreateUserRequest emailAddressIdentificationStatus(List<IdentificationStatus> statuses) {
		return set("email_address_identification_status", statuses);
	}

	/** Set the phone numbers, the primary one first. */
	public CreateUserRequest phoneNumber(List<String> phoneNumber) {
		return set("phone_number", phoneNumber);
	}

	/** Set the status of each phone number, in the order of the numbers. */
	public CreateUserRequest phoneNumberIdentificationStatus(List<IdentificationStatus> statuses) {
		return set("phone_number_identification_status", statuses);
	}

	public CreateUserRequest web3Wallet(List<String> web3Wallet) {
		return set("web3_wallet", web3Wallet);
	}

	public CreateUserRequest username(@Nullable String username) {
		return setNullable("username", username);
	}

	public CreateUserRequest password(@Nullable String password) {
		return setNullable("password", password);
	}

	/** Set the password as a digest in the format of its {@link #passwordHasher}. */
	public CreateUserRequest passwordDigest(@Nullable String passwordDigest) {
		return setNullable("password_digest", passwordDigest);
	}

	public CreateUserRequest passwordHasher(PasswordHasher passwordHasher) {
		return set("password_hasher", passwordHasher);
	}

	public CreateUserRequest skipPasswordChecks(@Nullable Boolean skipPasswordChecks) {
		return setNullable("skip_password_checks", skipPasswordChecks);
	}

	public CreateUserRequest skipPasswordRequirement(@Nullable Boolean skipPasswordRequirement) {
		return setNullable("skip_password_requirement", skipPasswordRequirement);
	}

	public CreateUserRequest totpSecret(@Nullable String totpSecret) {
		return setNullable("totp_secret", totpSecret);
	}

	public CreateUserRequest backupCodes(List<String> backupCodes) {
		return set("backup_codes", backupCodes);
	}

	public CreateUserRequest publicMetadata(Map<String, ? extends @Nullable Object> publicMetadata) {
		return set("public_metadata", publicMetadata);
	}

	public CreateUserRequest privateMetadata(Map<String, ? extends @Nullable Object> privateMetadata) {
		return set("private_metadata", privateMetadata);
	}

	public CreateUserRequest unsafeMetadata(Map<String, ? extends @Nullable Object> unsafeMetadata) {
		return set("unsafe_metadata", unsafeMetadata);
	}

	public CreateUserRequest deleteSelfEnabled(@Nullable Boolean deleteSelfEnabled) {
		return setNullable("delete_self_enabled", deleteSelfEnabled);
	}

	public CreateUserRequest legalAcceptedAt(@Nullable Instant legalAcceptedAt) {
		return setNullable("legal_accepted_at", legalAcceptedAt);
	}

	public CreateUserRequest skipLegalChecks(@Nullable Boolean skipLegalChecks) {
		return setNullable("skip_legal_checks", skipLegalChecks);
	}

	public CreateUserRequest skipUserRequirement(@Nullable Boolean skipUserRequirement) {
		return setNullable("skip_user_requirement", skipUserRequirement);
	}

	public CreateUserRequest createOrganizationEnabled(@Nullable Boolean createOrganizationEnabled) {
		return setNullable("create_organization_enabled", createOrganizationEnabled);
	}

	/**
	 * Set the maximum number of organizations that the user may create; 0 for unlimited.
	 */
	public CreateUserRequest createOrganizationsLimit(@Nullable Integer createOrganizationsLimit) {
		return setNullable("create_organizations_limit", createOrganizationsLimit);
	}

	public CreateUserRequest createdAt(@Nullable Instant createdAt) {
		return setNullable("created_at", createdAt);
	}

	public CreateUserRequest bypassClientTrust(@Nullable Boolean bypassClientTrust) {
		return setNullable("bypass_client_trust", bypassClientTrust);
	}

	public CreateUserRequest banned(@Nullable Boolean banned) {
		return setNullable("banned", banned);
	}

	public CreateUserRequest locked(@Nullable Boolean locked) {
		return setNullable("locked", locked);
	}

}
