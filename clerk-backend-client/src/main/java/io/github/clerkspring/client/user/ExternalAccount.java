package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Account of a user at an OAuth provider.
 *
 * @param provider the provider, such as {@code oauth_google}
 * @param approvedScopes the scopes granted by the user, separated by spaces
 */
public record ExternalAccount(Kind object, String id, String provider, String identificationId, String providerUserId,
		String approvedScopes, String emailAddress, @Nullable Boolean emailAddressVerified, String firstName,
		String lastName, @Deprecated @Nullable String avatarUrl, @Nullable String imageUrl, @Nullable String username,
		@Nullable String phoneNumber, Map<String, Object> publicMetadata, @Nullable String label, Instant createdAt,
		Instant updatedAt, @Nullable Verification verification) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Type of an external account. */
	public record Kind(@JsonValue String value) {

		public static final Kind EXTERNAL_ACCOUNT = new Kind("external_account");

		public static final Kind FACEBOOK_ACCOUNT = new Kind("facebook_account");

		public static final Kind GOOGLE_ACCOUNT = new Kind("google_account");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
