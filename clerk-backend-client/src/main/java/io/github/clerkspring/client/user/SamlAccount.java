package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Account of a user at a SAML identity provider. */
public record SamlAccount(String id, String provider, boolean active, String emailAddress, @Nullable String firstName,
		@Nullable String lastName, @Nullable String providerUserId, @Nullable Instant lastAuthenticatedAt,
		Map<String, Object> publicMetadata, @Nullable Verification verification, @Nullable Connection samlConnection) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** SAML connection that created the account. */
	public record Connection(String id, String name, @Deprecated @Nullable String domain, List<String> domains,
			boolean active, String provider, boolean syncUserAttributes, @Nullable Boolean allowSubdomains,
			@Nullable Boolean allowIdpInitiated, @Nullable Boolean disableAdditionalIdentifications, Instant createdAt,
			Instant updatedAt) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
