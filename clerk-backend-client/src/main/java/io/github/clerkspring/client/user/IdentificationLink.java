package io.github.clerkspring.client.user;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Another identification through which this one came, such as the external account that
 * brought an email address.
 *
 * @param type its kind, such as {@code oauth_google}
 */
public record IdentificationLink(String type, String id) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
