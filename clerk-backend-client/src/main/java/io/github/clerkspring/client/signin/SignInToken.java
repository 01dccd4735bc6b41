package io.github.clerkspring.client.signin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.Secret;

/** Single-use token for signing in; the URL contains the token. */
public record SignInToken(String id, TicketStatus status, String userId, @Nullable Secret token, @Nullable Secret url,
		Instant createdAt, Instant updatedAt) {

}
