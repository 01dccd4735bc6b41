package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Feature of a plan. */
public record BillingFeature(String id, String name, @Nullable String description, String slug,
		@Nullable String avatarUrl) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
