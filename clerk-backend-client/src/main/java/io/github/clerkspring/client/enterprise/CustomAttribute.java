package io.github.clerkspring.client.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Attribute of the identity provider that is copied to the metadata of users. Null
 * components are not sent.
 *
 * @param name the display name
 * @param key the key in the metadata: letters, digits, {@code -} and {@code _}, not
 * beginning with {@code _}
 * @param ssoPath the path of the value in SAML assertions or OpenID Connect claims
 * @param scimPath the path of the value in SCIM users; the former name of {@code
 * directoryPath}
 * @param directoryPath the path of the value in users of a directory
 * @param multiValued whether all values are retained as a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomAttribute(String name, String key, @Nullable String ssoPath, @Nullable String scimPath,
		@Nullable String directoryPath, @Nullable Boolean multiValued) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
