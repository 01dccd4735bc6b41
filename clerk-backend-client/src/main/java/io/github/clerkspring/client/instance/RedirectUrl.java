package io.github.clerkspring.client.instance;

import java.time.Instant;

import io.github.clerkspring.client.core.RecordIds;

/** URL that native applications may be redirected to. */
public record RedirectUrl(String id, String url, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
