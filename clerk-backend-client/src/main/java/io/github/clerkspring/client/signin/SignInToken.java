package io.github.clerkspring.client.signin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.Secret;

/**
 * A token by which a user signs in once, without any other proof.
 *
 * @param url the link that signs in; it contains the token
 */
public record SignInToken(String id, TicketStatus status, String userId, @Nullable Secret token, @Nullable Secret url,
		Instant createdAt, Instant updatedAt) {

}
