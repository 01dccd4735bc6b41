package io.github.clerkspring.client.machine;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Machine: a service that calls other services on its own behalf.
 *
 * @param defaultTokenTtl the default lifetime of its tokens in seconds
 * @param scopedMachines the machines that it may call, without their own scopes
 * @param secretKey the secret key for the creation of tokens, only in the response to its
 * creation
 */
public record Machine(String id, String name, String instanceId, Instant createdAt, Instant updatedAt,
		@Nullable Integer defaultTokenTtl, List<Machine> scopedMachines, @Nullable Secret secretKey) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
