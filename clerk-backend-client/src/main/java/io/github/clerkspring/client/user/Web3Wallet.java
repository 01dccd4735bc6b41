package io.github.clerkspring.client.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Web3 wallet of a user. */
public record Web3Wallet(String id, String web3Wallet, @Nullable Verification verification, Instant createdAt,
		Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
