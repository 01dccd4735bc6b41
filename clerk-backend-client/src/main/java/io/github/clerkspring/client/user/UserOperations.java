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
import io.github.clerkspring.client.core.OptionalPageQuery;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;
import io.github.clerkspring.client.core.PlainPageQuery;
import io.github.clerkspring.client.organization.OrganizationInvitation;
import io.github.clerkspring.client.organization.OrganizationMembership;

/**
 * Users, as in <a href="https://clerk.com/docs/reference/backend-api/tag/Users">Clerk's
 * reference</a>.
 */
public interface UserOperations {

	/** Fetch one page of the users, newest first: {@code GET /users}. */
	@GetExchange("/users")
	Mono<Page<User>> list(UserQuery query);

	/**
	 * Read all users, page by page as the subscriber asks for them. In the order of
	 * creation each page begins behind the last user of the page before, which costs
	 * Clerk the same however long the list is; in any other order pages are counted.
	 */
	default Flux<User> stream(UserQuery query) {
		return query.isOrderedByCreation()
				? Pages.stream(query, this::list, (last, user) -> last.startingAfter(user.id()))
				: Pages.stream(query, this::list);
	}

	/** Count users: {@code GET /users/count}. */
	@GetExchange("/users/count")
	Mono<UserCount> count(UserCountQuery query);

	/** Count the users of a query, whatever its page. */
	default Mono<UserCount> count(UserQuery query) {
		return count(UserCountQuery.of(query));
	}

	/** Create a user: {@code POST /users}. */
	@PostExchange("/users")
	Mono<User> create(@RequestBody CreateUserRequest request);

	/** Fetch a user: {@code GET /users/{userId}}. */
	@GetExchange("/users/{userId}")
	Mono<User> get(@PathVariable String userId);

	/** Change a user: {@code PATCH /users/{userId}}. */
	@PatchExchange("/users/{userId}")
	Mono<User> update(@PathVariable String userId, @RequestBody UpdateUserRequest request);

	/** Delete a user: {@code DELETE /users/{userId}}. */
	@DeleteExchange("/users/{userId}")
	Mono<DeletedObject> delete(@PathVariable String userId);

	/**
	 * Merge at every depth; null removes a key: {@code PATCH /users/{userId}/metadata}.
	 */
	@PatchExchange("/users/{userId}/metadata")
	Mono<User> mergeMetadata(@PathVariable String userId, @RequestBody UserMetadataRequest request);

	/** Replace metadata; the former is lost: {@code PUT /users/{userId}/metadata}. */
	@PutExchange("/users/{userId}/metadata")
	Mono<User> replaceMetadata(@PathVariable String userId, @RequestBody UserMetadataRequest request);

	/** Set the profile image: {@code POST /users/{userId}/profile_image}. */
	@PostExchange(url = "/users/{userId}/profile_image", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<User> setProfileImage(@PathVariable String userId, @RequestPart Resource file);

	/** Remove the profile image: {@code DELETE /users/{userId}/profile_image}. */
	@DeleteExchange("/users/{userId}/profile_image")
	Mono<User> deleteProfileImage(@PathVariable String userId);

	/** End the sessions and keep the user out: {@code POST /users/{userId}/ban}. */
	@PostExchange("/users/{userId}/ban")
	Mono<User> ban(@PathVariable String userId);

	/** Let a banned user in again: {@code POST /users/{userId}/unban}. */
	@PostExchange("/users/{userId}/unban")
	Mono<User> unban(@PathVariable String userId);

	/** Ban up to 50 users: {@code POST /users/ban}. */
	@PostExchange("/users/ban")
	Mono<List<User>> banAll(@BodyField(min = 1, max = 50) List<String> userIds);

	/** Let up to 50 banned users in again: {@code POST /users/unban}. */
	@PostExchange("/users/unban")
	Mono<List<User>> unbanAll(@BodyField(min = 1, max = 50) List<String> userIds);

	/**
	 * Keep a user out for the time of the settings: {@code POST /users/{userId}/lock}.
	 */
	@PostExchange("/users/{userId}/lock")
	Mono<User> lock(@PathVariable String userId);

	/** Let a locked user sign in again: {@code POST /users/{userId}/unlock}. */
	@PostExchange("/users/{userId}/unlock")
	Mono<User> unlock(@PathVariable String userId);

	/** Check a password of a user: {@code POST /users/{userId}/verify_password}. */
	@PostExchange("/users/{userId}/verify_password")
	Mono<PasswordVerification> verifyPassword(@PathVariable String userId, @BodyField String password);

	/**
	 * Check a TOTP code or use a backup code: {@code POST /users/{userId}/verify_totp}.
	 */
	@PostExchange("/users/{userId}/verify_totp")
	Mono<TotpVerification> verifyTotp(@PathVariable String userId, @BodyField String code);

	/**
	 * Remove the password, even if no other way to sign in is left, and end all sessions
	 * if asked: {@code POST /users/{userId}/remove_password}.
	 */
	@PostExchange("/users/{userId}/remove_password")
	Mono<User> removePassword(@PathVariable String userId, @BodyField @Nullable Boolean signOutOfOtherSessions);

	/** Remove the password of a user, whose sessions stay. */
	default Mono<User> removePassword(String userId) {
		return removePassword(userId, null);
	}

	/**
	 * Have the user set a new password at the next sign-in, and end all sessions if
	 * asked: {@code POST /users/{userId}/password/set_compromised}.
	 */
	@PostExchange("/users/{userId}/password/set_compromised")
	Mono<User> setPasswordCompromised(@PathVariable String userId, @BodyField @Nullable Boolean revokeAllSessions);

	/** Trust it again: {@code POST /users/{userId}/password/unset_compromised}. */
	@PostExchange("/users/{userId}/password/unset_compromised")
	Mono<User> unsetPasswordCompromised(@PathVariable String userId);

	/** Remove every second factor of a user: {@code DELETE /users/{userId}/mfa}. */
	@DeleteExchange("/users/{userId}/mfa")
	Mono<FactorRemoval> disableMfa(@PathVariable String userId);

	/** Remove the authenticators of a user: {@code DELETE /users/{userId}/totp}. */
	@DeleteExchange("/users/{userId}/totp")
	Mono<FactorRemoval> deleteTotp(@PathVariable String userId);

	/** Remove the backup codes: {@code DELETE /users/{userId}/backup_code}. */
	@DeleteExchange("/users/{userId}/backup_code")
	Mono<FactorRemoval> deleteBackupCodes(@PathVariable String userId);

	/**
	 * Delete a passkey and tell the user by email: {@code DELETE
	 * /users/{userId}/passkeys/{passkeyIdentificationId}}.
	 */
	@DeleteExchange("/users/{userId}/passkeys/{passkeyIdentificationId}")
	Mono<DeletedObject> deletePasskey(@PathVariable String userId, @PathVariable String passkeyIdentificationId);

	/**
	 * Delete a wallet: {@code DELETE
	 * /users/{userId}/web3_wallets/{web3WalletIdentificationId}}.
	 */
	@DeleteExchange("/users/{userId}/web3_wallets/{web3WalletIdentificationId}")
	Mono<DeletedObject> deleteWeb3Wallet(@PathVariable String userId, @PathVariable String web3WalletIdentificationId);

	/**
	 * Delete an account with an OAuth provider: {@code DELETE
	 * /users/{userId}/external_accounts/{externalAccountId}}.
	 */
	@DeleteExchange("/users/{userId}/external_accounts/{externalAccountId}")
	Mono<DeletedObject> deleteExternalAccount(@PathVariable String userId, @PathVariable String externalAccountId);

	/** List the trusted devices: {@code GET /users/{userId}/trusted_devices}. */
	@GetExchange("/users/{userId}/trusted_devices")
	Mono<Page<TrustedDevice>> listTrustedDevices(@PathVariable String userId);

	/**
	 * Trust a device no longer: {@code DELETE
	 * /users/{userId}/trusted_devices/{trustedDeviceId}}.
	 */
	@DeleteExchange("/users/{userId}/trusted_devices/{trustedDeviceId}")
	Mono<TrustedDevice> revokeTrustedDevice(@PathVariable String userId, @PathVariable String trustedDeviceId);

	/**
	 * Fetch one page of a user's access tokens for a provider such as
	 * {@code oauth_google}, renewed if they had expired: {@code GET
	 * /users/{userId}/oauth_access_tokens/{provider}}.
	 */
	@GetExchange("/users/{userId}/oauth_access_tokens/{provider}")
	Mono<Page<OAuthProviderToken>> listOAuthAccessTokens(@PathVariable String userId, @PathVariable String provider,
			OptionalPageQuery query);

	/** Read all access tokens of a user for a provider such as {@code oauth_google}. */
	default Flux<OAuthProviderToken> streamOAuthAccessTokens(String userId, String provider, OptionalPageQuery query) {
		return Pages.stream(query.paginated(true), (page) -> listOAuthAccessTokens(userId, provider, page));
	}

	/** Fetch one page: {@code GET /users/{userId}/organization_memberships}. */
	@GetExchange("/users/{userId}/organization_memberships")
	Mono<Page<OrganizationMembership>> listOrganizationMemberships(@PathVariable String userId, PlainPageQuery query);

	/** Read all memberships of a user. */
	default Flux<OrganizationMembership> streamOrganizationMemberships(String userId, PlainPageQuery query) {
		return Pages.stream(query, (page) -> listOrganizationMemberships(userId, page));
	}

	/** Fetch one page: {@code GET /users/{userId}/organization_invitations}. */
	@GetExchange("/users/{userId}/organization_invitations")
	Mono<Page<OrganizationInvitation>> listOrganizationInvitations(@PathVariable String userId,
			UserOrganizationInvitationQuery query);

	/** Read all invitations to organizations that a user got. */
	default Flux<OrganizationInvitation> streamOrganizationInvitations(String userId,
			UserOrganizationInvitationQuery query) {
		return Pages.stream(query, (page) -> listOrganizationInvitations(userId, page));
	}

}
