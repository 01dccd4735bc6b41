package io.github.clerkspring.client.instance;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Unclaimed application with its keys.
 *
 * @param claimUrl the URL for claiming the application; it grants ownership to its bearer
 * @param apiKeysUrl the URL of the owner's API keys page
 */
public record AccountlessApplication(String publishableKey, @Nullable Secret secretKey, @Nullable Secret claimUrl,
		@Nullable String apiKeysUrl) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
