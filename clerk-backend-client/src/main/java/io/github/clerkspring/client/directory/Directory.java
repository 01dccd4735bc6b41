package io.github.clerkspring.client.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Directory that users are provisioned from.
 *
 * @param endpointUrl where the identity provider sends users and groups to
 * @param attributeMapping where the attributes of a user lie in what the provider sends
 * @param apiKey the key that the provider shows; {@code null} but for answers of creation
 * and rotation
 */
public record Directory(String id, String name, @Nullable String enterpriseConnectionId, String endpointUrl,
		String provider, boolean enabled, boolean groupRoleMappingEnabled, Map<String, String> attributeMapping,
		List<CustomAttribute> customAttributes, @Nullable Secret apiKey, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/**
	 * Attribute from the directory that goes into the metadata of users.
	 *
	 * @param ssoPath where the value lies in SAML assertions or OpenID Connect claims
	 * @param scimPath the older name of {@code directoryPath}
	 * @param directoryPath where the value lies in users from the directory
	 * @param multiValued whether all values are kept, as a list
	 */
	public record CustomAttribute(@Nullable String name, @Nullable String key, @Nullable String ssoPath,
			@Nullable String scimPath, @Nullable String directoryPath, @Nullable Boolean multiValued) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

}
