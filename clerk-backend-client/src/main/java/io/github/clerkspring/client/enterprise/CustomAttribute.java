package io.github.clerkspring.client.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Attribute from the identity provider that goes into the metadata of users. Null
 * components are not sent.
 *
 * @param name the name for people
 * @param key the key in the metadata; letters, digits, {@code -} and {@code _}, which
 * must not come first
 * @param ssoPath where the value lies in SAML assertions or OpenID Connect claims
 * @param scimPath where the value lies in users from SCIM; the older name of
 * {@code directoryPath}
 * @param directoryPath where the value lies in users from a directory
 * @param multiValued whether all values are kept, as a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomAttribute(String name, String key, @Nullable String ssoPath, @Nullable String scimPath,
		@Nullable String directoryPath, @Nullable Boolean multiValued) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
