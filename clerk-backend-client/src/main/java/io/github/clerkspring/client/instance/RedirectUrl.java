package io.github.clerkspring.client.instance;

import java.time.Instant;

import io.github.clerkspring.client.core.RecordIds;

/** Permitted redirect URL of native applications. */
public record RedirectUrl(String id, String url, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
