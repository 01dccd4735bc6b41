package io.github.clerkspring.client.billing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Paying user or organization. */
public record BillingPayer(String id, String instanceId, @Nullable String userId, @Nullable String firstName,
		@Nullable String lastName, @Nullable String email, @Nullable String organizationId,
		@Nullable String organizationName, @Nullable String imageUrl, @Nullable Money creditsBalance,
		@Nullable Instant createdAt, @Nullable Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
