package io.github.clerkspring.client.signin;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Token for signing in as another user (impersonation).
 *
 * @param userId the id of the impersonated user
 * @param actor the impersonating user: {@code sub} and further claims for the session
 * token
 * @param url the sign-in URL, which contains the token
 */
public record ActorToken(String id, TicketStatus status, String userId, Map<String, Object> actor,
		@Nullable Secret token, @Nullable Secret url, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
