package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Account of a user at an enterprise identity provider. */
public record EnterpriseAccount(String id, @Nullable Protocol protocol, String provider, boolean active,
		String emailAddress, @Nullable String firstName, @Nullable String lastName, @Nullable String providerUserId,
		@Nullable String enterpriseConnectionId, Map<String, Object> publicMetadata,
		@Nullable Verification verification, @Nullable Connection enterpriseConnection,
		@Nullable Instant lastAuthenticatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Protocol of the identity provider. */
	public record Protocol(@JsonValue String value) {

		public static final Protocol OAUTH = new Protocol("oauth");

		public static final Protocol SAML = new Protocol("saml");

		@Override
		public String toString() {
			return this.value;
		}

	}

	/** Enterprise connection that created the account. */
	public record Connection(String id, String protocol, String provider, String name, @Nullable String logoPublicUrl,
			@Deprecated @Nullable String domain, List<String> domains, boolean active, boolean syncUserAttributes,
			boolean allowSubdomains, boolean allowIdpInitiated, boolean disableAdditionalIdentifications,
			Instant createdAt, Instant updatedAt) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
