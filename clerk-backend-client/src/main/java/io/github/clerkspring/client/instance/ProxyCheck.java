package io.github.clerkspring.client.instance;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Result of a proxy check. */
public record ProxyCheck(String id, String domainId, @Nullable Instant lastRunAt, String proxyUrl, boolean successful,
		Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
