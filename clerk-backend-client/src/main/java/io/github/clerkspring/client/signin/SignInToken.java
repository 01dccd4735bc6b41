package io.github.clerkspring.client.signin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.Secret;

/** Token by which a user signs in once; its URL contains it. */
public record SignInToken(String id, TicketStatus status, String userId, @Nullable Secret token, @Nullable Secret url,
		Instant createdAt, Instant updatedAt) {

}
