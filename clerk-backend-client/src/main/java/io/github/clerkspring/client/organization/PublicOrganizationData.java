package io.github.clerkspring.client.organization;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Public data of an organization. */
public record PublicOrganizationData(String id, String name, String slug, @Nullable String imageUrl, boolean hasImage) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
