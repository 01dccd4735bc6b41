package io.github.clerkspring.client.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Passkey of a user. */
public record Passkey(String id, String name, Instant lastUsedAt, @Nullable Verification verification) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
