package io.github.clerkspring.client.enterprise;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * SAML connection to an identity provider.
 *
 * @param domain the former name of {@code domains}: the first of them
 * @param acsUrl the URL to which the provider sends its assertions
 * @param userCount the number of users of the connection
 */
public record SamlConnection(String id, String name, @Nullable String domain, List<String> domains,
		@Nullable String idpEntityId, @Nullable String idpSsoUrl, @Nullable String idpCertificate,
		@Nullable Instant idpCertificateIssuedAt, @Nullable Instant idpCertificateExpiresAt,
		List<IdpCertificate> idpCertificates, @Nullable String idpMetadataUrl, @Nullable String idpMetadata,
		String acsUrl, String spEntityId, String spMetadataUrl, @Nullable String organizationId,
		@Nullable AttributeMapping attributeMapping, boolean active, String provider, int userCount,
		boolean syncUserAttributes, boolean allowSubdomains, boolean allowIdpInitiated,
		boolean disableAdditionalIdentifications, boolean allowOrganizationAccountLinking, boolean forceAuthn,
		LoginHint loginHint, @Nullable String enterpriseConnectionId, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Mapping of user properties to the attribute names of the identity provider. */
	public record AttributeMapping(String userId, String emailAddress, String firstName, String lastName) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
