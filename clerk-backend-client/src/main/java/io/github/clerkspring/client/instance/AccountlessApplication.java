package io.github.clerkspring.client.instance;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Application that nobody has claimed yet, with its keys.
 *
 * @param claimUrl where the application is claimed; whoever knows it becomes the owner
 * @param apiKeysUrl where its owner sees the keys
 */
public record AccountlessApplication(String publishableKey, @Nullable Secret secretKey, @Nullable Secret claimUrl,
		@Nullable String apiKeysUrl) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
