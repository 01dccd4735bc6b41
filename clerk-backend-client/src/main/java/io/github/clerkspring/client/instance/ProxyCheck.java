package io.github.clerkspring.client.instance;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Outcome of the check of a proxy. */
public record ProxyCheck(String id, String domainId, @Nullable Instant lastRunAt, String proxyUrl, boolean successful,
		Instant createdAt, Instant updatedAt) {

}
