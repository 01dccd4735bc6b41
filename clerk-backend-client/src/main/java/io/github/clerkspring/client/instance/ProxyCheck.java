package io.github.clerkspring.client.instance;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Outcome of the check of a proxy. */
public record ProxyCheck(String id, String domainId, @Nullable Instant lastRunAt, String proxyUrl, boolean successful,
		Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
