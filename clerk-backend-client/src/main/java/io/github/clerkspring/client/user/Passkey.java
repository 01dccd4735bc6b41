package io.github.clerkspring.client.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Passkey of a user. */
public record Passkey(String id, String name, Instant lastUsedAt, @Nullable Verification verification) {

}
