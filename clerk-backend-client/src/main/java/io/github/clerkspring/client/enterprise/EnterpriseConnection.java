package io.github.clerkspring.client.enterprise;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Connection to an enterprise identity provider.
 *
 * @param organizationId the id of the organization that users of the connection join, or
 * {@code null} if none
 * @param samlConnection the settings of a SAML connection, otherwise {@code null}
 * @param oauthConfig the settings of an OpenID Connect connection, otherwise {@code
 * null}
 */
public record EnterpriseConnection(String id, String name, String provider, @Nullable String logoPublicUrl,
		boolean active, List<String> domains, @Nullable String organizationId, @Nullable Boolean syncUserAttributes,
		@Nullable Boolean disableAdditionalIdentifications, @Nullable Boolean allowOrganizationAccountLinking,
		List<CustomAttribute> customAttributes, @Nullable Saml samlConnection, @Nullable OAuth oauthConfig,
		Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** SAML settings; the provider sends its assertions to the ACS URL. */
	public record Saml(String id, @Nullable String name, @Nullable String idpEntityId, @Nullable String idpSsoUrl,
			List<IdpCertificate> idpCertificates, @Nullable String idpMetadataUrl, @Nullable String acsUrl,
			@Nullable String spEntityId, @Nullable String spMetadataUrl, @Nullable Boolean active,
			@Nullable Boolean allowIdpInitiated, @Nullable Boolean allowSubdomains, @Nullable Boolean forceAuthn,
			@Nullable LoginHint loginHint) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** OpenID Connect settings. */
	public record OAuth(String id, @Nullable String name, @Nullable String providerKey, @Nullable String clientId,
			@Nullable String discoveryUrl, @Nullable String authUrl, @Nullable String tokenUrl,
			@Nullable String userInfoUrl, @Nullable Boolean requiresPkce, @Nullable String logoPublicUrl,
			@Nullable Instant createdAt, @Nullable Instant updatedAt) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
