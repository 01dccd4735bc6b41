package io.github.clerkspring.client.signin;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * A token by which one person signs in as another.
 *
 * @param userId the user who is impersonated
 * @param actor who impersonates, {@code sub} and what else the session token is to hold
 * @param url the link that signs in; it contains the token
 */
public record ActorToken(String id, TicketStatus status, String userId, Map<String, Object> actor,
		@Nullable Secret token, @Nullable Secret url, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
