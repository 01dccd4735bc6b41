package io.github.clerkspring.client.user;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;
import io.github.clerkspring.client.organization.OrganizationInvitation;
import io.github.clerkspring.client.organization.OrganizationMembership;

/**
 * Users, as in <a href="https://clerk.com/docs/reference/backend-api/tag/Users">Clerk's
 * reference</a>.
 */
public interface UserOperations {

	/**
	 * Fetch one page of the users, newest first: {@code GET /users}.
	 * @param query which users
	 * @return the page
	 */
	@GetExchange("/users")
	Mono<Page<User>> list(UserQuery query);

	/**
	 * Read all users, page by page as the subscriber asks for them. In the order of
	 * creation each page begins behind the last user of the page before, which costs
	 * Clerk the same however long the list is; in any other order pages are counted.
	 * @param query which users, and how many a page
	 * @return the users
	 */
	default Flux<User> stream(UserQuery query) {
		return query.isOrderedByCreation()
				? Pages.stream(query, this::list, (last, user) -> last.startingAfter(user.id()))
				: Pages.stream(query, this::list);
	}

	/**
	 * Count users: {@code GET /users/count}.
	 * @param query which users
	 * @return how many there are
	 */
	@GetExchange("/users/count")
	Mono<UserCount> count(UserCountQuery query);

	/**
	 * Count the users of a query, whatever its page.
	 * @param query which users
	 * @return how many there are
	 */
	default Mono<UserCount> count(UserQuery query) {
		return count(UserCountQuery.of(query));
	}

	/**
	 * Create a user: {@code POST /users}.
	 * @param request the user
	 * @return the user
	 */
	@PostExchange("/users")
	Mono<User> create(@RequestBody CreateUserRequest request);

	/**
	 * Fetch a user: {@code GET /users/{userId}}.
	 * @param userId the user
	 * @return the user
	 */
	@GetExchange("/users/{userId}")
	Mono<User> get(@PathVariable String userId);

	/**
	 * Change a user: {@code PATCH /users/{userId}}.
	 * @param userId the user
	 * @param request the changes
	 * @return the changed user
	 */
	@PatchExchange("/users/{userId}")
	Mono<User> update(@PathVariable String userId, @RequestBody UpdateUserRequest request);

	/**
	 * Delete a user: {@code DELETE /users/{userId}}.
	 * @param userId the user
	 * @return what was deleted
	 */
	@DeleteExchange("/users/{userId}")
	Mono<DeletedObject> delete(@PathVariable String userId);

	/**
	 * Merge metadata into that of a user, at every depth; a null value removes its key:
	 * {@code PATCH /users/{userId}/metadata}.
	 * @param userId the user
	 * @param request the changes
	 * @return the changed user
	 */
	@PatchExchange("/users/{userId}/metadata")
	Mono<User> mergeMetadata(@PathVariable String userId, @RequestBody UserMetadataRequest request);

	/**
	 * Put metadata in place of that of a user; what was there before is lost: {@code PUT
	 * /users/{userId}/metadata}.
	 * @param userId the user
	 * @param request the new metadata
	 * @return the changed user
	 */
	@PutExchange("/users/{userId}/metadata")
	Mono<User> replaceMetadata(@PathVariable String userId, @RequestBody UserMetadataRequest request);

	/**
	 * Set the profile image: {@code POST /users/{userId}/profile_image}.
	 * @param userId the user
	 * @param file the image
	 * @return the changed user
	 */
	@PostExchange(url = "/users/{userId}/profile_image", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<User> setProfileImage(@PathVariable String userId, @RequestPart Resource file);

	/**
	 * Remove the profile image: {@code DELETE /users/{userId}/profile_image}.
	 * @param userId the user
	 * @return the changed user
	 */
	@DeleteExchange("/users/{userId}/profile_image")
	Mono<User> deleteProfileImage(@PathVariable String userId);

	/**
	 * End the sessions of a user and keep the user out: {@code POST /users/{userId}/ban}.
	 * @param userId the user
	 * @return the changed user
	 */
	@PostExchange("/users/{userId}/ban")
	Mono<User> ban(@PathVariable String userId);

	/**
	 * Let a banned user in again: {@code POST /users/{userId}/unban}.
	 * @param userId the user
	 * @return the changed user
	 */
	@PostExchange("/users/{userId}/unban")
	Mono<User> unban(@PathVariable String userId);

	/**
	 * Ban several users at once: {@code POST /users/ban}.
	 * @param userIds the users, up to 50
	 * @return the changed users
	 */
	@PostExchange("/users/ban")
	Mono<List<User>> banAll(@BodyField(max = 50) List<String> userIds);

	/**
	 * Let several banned users in again: {@code POST /users/unban}.
	 * @param userIds the users, up to 50
	 * @return the changed users
	 */
	@PostExchange("/users/unban")
	Mono<List<User>> unbanAll(@BodyField(max = 50) List<String> userIds);

	/**
	 * Keep a user from signing in as long as the instance sets: {@code POST
	 * /users/{userId}/lock}.
	 * @param userId the user
	 * @return the changed user
	 */
	@PostExchange("/users/{userId}/lock")
	Mono<User> lock(@PathVariable String userId);

	/**
	 * Let a locked user sign in again: {@code POST /users/{userId}/unlock}.
	 * @param userId the user
	 * @return the changed user
	 */
	@PostExchange("/users/{userId}/unlock")
	Mono<User> unlock(@PathVariable String userId);

	/**
	 * Check a password of a user: {@code POST /users/{userId}/verify_password}.
	 * @param userId the user
	 * @param password the password
	 * @return whether it is right
	 */
	@PostExchange("/users/{userId}/verify_password")
	Mono<PasswordVerification> verifyPassword(@PathVariable String userId, @BodyField String password);

	/**
	 * Check a code of a user's authenticator or a backup code, which is used up by it:
	 * {@code POST /users/{userId}/verify_totp}.
	 * @param userId the user
	 * @param code the code
	 * @return whether it is right, and which kind it is
	 */
	@PostExchange("/users/{userId}/verify_totp")
	Mono<TotpVerification> verifyTotp(@PathVariable String userId, @BodyField String code);

	/**
	 * Remove the password of a user, even if no other way to sign in is left: {@code POST
	 * /users/{userId}/remove_password}.
	 * @param userId the user
	 * @param signOutOfOtherSessions whether to end the sessions of the user; null means
	 * no
	 * @return the changed user
	 */
	@PostExchange("/users/{userId}/remove_password")
	Mono<User> removePassword(@PathVariable String userId, @BodyField @Nullable Boolean signOutOfOtherSessions);

	/**
	 * Remove the password of a user, whose sessions stay.
	 * @param userId the user
	 * @return the changed user
	 */
	default Mono<User> removePassword(String userId) {
		return removePassword(userId, null);
	}

	/**
	 * Have a user set a new password at the next sign-in: {@code POST
	 * /users/{userId}/password/set_compromised}.
	 * @param userId the user
	 * @param revokeAllSessions whether to end the sessions of the user; null means
	 * Clerk's default
	 * @return the changed user
	 */
	@PostExchange("/users/{userId}/password/set_compromised")
	Mono<User> setPasswordCompromised(@PathVariable String userId, @BodyField @Nullable Boolean revokeAllSessions);

	/**
	 * Trust the password of a user again: {@code POST
	 * /users/{userId}/password/unset_compromised}.
	 * @param userId the user
	 * @return the changed user
	 */
	@PostExchange("/users/{userId}/password/unset_compromised")
	Mono<User> unsetPasswordCompromised(@PathVariable String userId);

	/**
	 * Remove every second factor of a user: {@code DELETE /users/{userId}/mfa}.
	 * @param userId the user
	 * @return whose factors were removed
	 */
	@DeleteExchange("/users/{userId}/mfa")
	Mono<FactorRemoval> disableMfa(@PathVariable String userId);

	/**
	 * Remove the authenticators of a user: {@code DELETE /users/{userId}/totp}.
	 * @param userId the user
	 * @return whose factors were removed
	 */
	@DeleteExchange("/users/{userId}/totp")
	Mono<FactorRemoval> deleteTotp(@PathVariable String userId);

	/**
	 * Remove the backup codes of a user: {@code DELETE /users/{userId}/backup_code}.
	 * @param userId the user
	 * @return whose factors were removed
	 */
	@DeleteExchange("/users/{userId}/backup_code")
	Mono<FactorRemoval> deleteBackupCodes(@PathVariable String userId);

	/**
	 * Delete a passkey and tell the user by email: {@code DELETE
	 * /users/{userId}/passkeys/{passkeyIdentificationId}}.
	 * @param userId the user
	 * @param passkeyIdentificationId the passkey
	 * @return what was deleted
	 */
	@DeleteExchange("/users/{userId}/passkeys/{passkeyIdentificationId}")
	Mono<DeletedObject> deletePasskey(@PathVariable String userId, @PathVariable String passkeyIdentificationId);

	/**
	 * Delete a wallet: {@code DELETE
	 * /users/{userId}/web3_wallets/{web3WalletIdentificationId}}.
	 * @param userId the user
	 * @param web3WalletIdentificationId the wallet
	 * @return what was deleted
	 */
	@DeleteExchange("/users/{userId}/web3_wallets/{web3WalletIdentificationId}")
	Mono<DeletedObject> deleteWeb3Wallet(@PathVariable String userId, @PathVariable String web3WalletIdentificationId);

	/**
	 * Delete an account with an OAuth provider: {@code DELETE
	 * /users/{userId}/external_accounts/{externalAccountId}}.
	 * @param userId the user
	 * @param externalAccountId the account
	 * @return what was deleted
	 */
	@DeleteExchange("/users/{userId}/external_accounts/{externalAccountId}")
	Mono<DeletedObject> deleteExternalAccount(@PathVariable String userId, @PathVariable String externalAccountId);

	/**
	 * List the devices that a user trusts: {@code GET /users/{userId}/trusted_devices}.
	 * @param userId the user
	 * @return the devices
	 */
	@GetExchange("/users/{userId}/trusted_devices")
	Mono<Page<TrustedDevice>> listTrustedDevices(@PathVariable String userId);

	/**
	 * Trust a device no longer: {@code DELETE
	 * /users/{userId}/trusted_devices/{trustedDeviceId}}.
	 * @param userId the user
	 * @param trustedDeviceId the device
	 * @return the revoked device
	 */
	@DeleteExchange("/users/{userId}/trusted_devices/{trustedDeviceId}")
	Mono<TrustedDevice> revokeTrustedDevice(@PathVariable String userId, @PathVariable String trustedDeviceId);

	/**
	 * Fetch one page of a user's access tokens for an OAuth provider, renewed if they had
	 * expired: {@code GET /users/{userId}/oauth_access_tokens/{provider}}.
	 * @param userId the user
	 * @param provider the provider, such as {@code oauth_google}
	 * @param query which page
	 * @return the page
	 */
	@GetExchange("/users/{userId}/oauth_access_tokens/{provider}")
	Mono<Page<OAuthAccessToken>> listOAuthAccessTokens(@PathVariable String userId, @PathVariable String provider,
			OAuthAccessTokenQuery query);

	/**
	 * Read all of a user's access tokens for an OAuth provider.
	 * @param userId the user
	 * @param provider the provider, such as {@code oauth_google}
	 * @param query how many a page
	 * @return the tokens
	 */
	default Flux<OAuthAccessToken> streamOAuthAccessTokens(String userId, String provider,
			OAuthAccessTokenQuery query) {
		return Pages.stream(query, (page) -> listOAuthAccessTokens(userId, provider, page));
	}

	/**
	 * Fetch one page of a user's memberships: {@code GET
	 * /users/{userId}/organization_memberships}.
	 * @param userId the user
	 * @param query which page
	 * @return the page
	 */
	@GetExchange("/users/{userId}/organization_memberships")
	Mono<Page<OrganizationMembership>> listOrganizationMemberships(@PathVariable String userId,
			UserOrganizationMembershipQuery query);

	/**
	 * Read all memberships of a user.
	 * @param userId the user
	 * @param query how many a page
	 * @return the memberships
	 */
	default Flux<OrganizationMembership> streamOrganizationMemberships(String userId,
			UserOrganizationMembershipQuery query) {
		return Pages.stream(query, (page) -> listOrganizationMemberships(userId, page));
	}

	/**
	 * Fetch one page of the invitations to organizations that a user got: {@code GET
	 * /users/{userId}/organization_invitations}.
	 * @param userId the user
	 * @param query which invitations
	 * @return the page
	 */
	@GetExchange("/users/{userId}/organization_invitations")
	Mono<Page<OrganizationInvitation>> listOrganizationInvitations(@PathVariable String userId,
			UserOrganizationInvitationQuery query);

	/**
	 * Read all invitations to organizations that a user got.
	 * @param userId the user
	 * @param query which invitations, and how many a page
	 * @return the invitations
	 */
	default Flux<OrganizationInvitation> streamOrganizationInvitations(String userId,
			UserOrganizationInvitationQuery query) {
		return Pages.stream(query, (page) -> listOrganizationInvitations(userId, page));
	}

}
