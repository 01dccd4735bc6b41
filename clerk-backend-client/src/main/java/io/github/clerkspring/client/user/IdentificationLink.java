package io.github.clerkspring.client.user;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Identification from which another one originates, such as the external account of an
 * email address.
 *
 * @param type the type, such as {@code oauth_google}
 */
public record IdentificationLink(String type, String id) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
