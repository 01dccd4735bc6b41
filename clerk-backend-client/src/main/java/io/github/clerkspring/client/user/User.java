package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.organization.OrganizationMembership;

/**
 * User of the application.
 *
 * @param externalId the user id assigned by the application
 * @param locale the locale as a BCP 47 tag
 * @param timezone the time zone
 * @param publicMetadata the metadata readable by frontend and backend and writable by the
 * backend
 * @param privateMetadata the metadata readable and writable by the backend only
 * @param unsafeMetadata the metadata readable and writable by frontend and backend
 * @param lockoutExpiresInSeconds the remaining time of the lockout in seconds, or {@code
 * null} if the user is not locked or is locked indefinitely
 * @param verificationAttemptsRemaining the number of failed attempts that remain before
 * the lockout
 * @param createOrganizationsLimit the maximum number of organizations that the user may
 * create; 0 for unlimited
 * @param scim the user's entry in a directory; present in webhook events only
 */
public record User(String id, @Nullable String externalId, @Nullable String primaryEmailAddressId,
		@Nullable String primaryPhoneNumberId, @Nullable String primaryWeb3WalletId, @Nullable String username,
		@Nullable String firstName, @Nullable String lastName, @Nullable String locale, @Nullable String timezone,
		@Deprecated @Nullable String profileImageUrl, @Nullable String imageUrl, boolean hasImage,
		Map<String, Object> publicMetadata, Map<String, Object> privateMetadata, Map<String, Object> unsafeMetadata,
		List<EmailAddress> emailAddresses, List<PhoneNumber> phoneNumbers, List<Web3Wallet> web3Wallets,
		List<Passkey> passkeys, boolean passwordEnabled, boolean twoFactorEnabled, boolean totpEnabled,
		boolean backupCodeEnabled, @Nullable Instant mfaEnabledAt, @Nullable Instant mfaDisabledAt,
		@Nullable Instant passwordLastUpdatedAt, List<ExternalAccount> externalAccounts, List<SamlAccount> samlAccounts,
		List<EnterpriseAccount> enterpriseAccounts, List<OrganizationMembership> organizationMemberships,
		@Nullable Instant lastSignInAt, boolean banned, boolean locked, @Nullable Boolean deprovisioned,
		@Nullable Long lockoutExpiresInSeconds, @Nullable Long verificationAttemptsRemaining, Instant updatedAt,
		Instant createdAt, boolean deleteSelfEnabled, boolean createOrganizationEnabled,
		@Nullable Integer createOrganizationsLimit, @Nullable Instant lastActiveAt, @Nullable Instant legalAcceptedAt,
		@Nullable Boolean bypassClientTrust, @Nullable ScimEntry scim) {

	/** Return the primary email address, or {@code null} if there is none. */
	public @Nullable EmailAddress primaryEmailAddress() {
		String primaryId = this.primaryEmailAddressId;
		return this.emailAddresses.stream()
			.filter((address) -> primaryId != null && address != null && primaryId.equals(address.id()))
			.findFirst()
			.orElse(null);
	}

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/**
	 * Entry of a user in a directory that provisions users.
	 *
	 * @param directoryEnabled whether the directory is enabled; {@code null} if it is not
	 * @param externalId the user id assigned by the directory
	 */
	public record ScimEntry(String directoryId, @Nullable Boolean directoryEnabled, @Nullable String externalId) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
