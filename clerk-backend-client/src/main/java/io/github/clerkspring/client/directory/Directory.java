package io.github.clerkspring.client.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Directory that provisions users.
 *
 * @param endpointUrl the URL to which the identity provider sends users and groups
 * @param attributeMapping the paths of user attributes in the data of the provider
 * @param apiKey the API key of the provider, or {@code null} except in the responses to
 * creation and rotation
 */
public record Directory(String id, String name, @Nullable String enterpriseConnectionId, String endpointUrl,
		String provider, boolean enabled, boolean groupRoleMappingEnabled, Map<String, String> attributeMapping,
		List<CustomAttribute> customAttributes, @Nullable Secret apiKey, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/**
	 * Attribute of the directory that is copied to the metadata of users.
	 *
	 * @param ssoPath the path of the value in SAML assertions or OpenID Connect claims
	 * @param scimPath the former name of {@code directoryPath}
	 * @param directoryPath the path of the value in users of the directory
	 * @param multiValued whether all values are retained as a list
	 */
	public record CustomAttribute(@Nullable String name, @Nullable String key, @Nullable String ssoPath,
			@Nullable String scimPath, @Nullable String directoryPath, @Nullable Boolean multiValued) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
