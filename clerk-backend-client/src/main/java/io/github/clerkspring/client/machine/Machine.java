package io.github.clerkspring.client.machine;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * A service that calls other services in its own name.
 *
 * @param defaultTokenTtl how many seconds its tokens live unless they say so themselves
 * @param scopedMachines the machines it may call; theirs in turn are not told
 * @param secretKey the key by which it creates tokens, in the answer of the creation only
 */
public record Machine(String id, String name, String instanceId, Instant createdAt, Instant updatedAt,
		@Nullable Integer defaultTokenTtl, List<Machine> scopedMachines, @Nullable Secret secretKey) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
