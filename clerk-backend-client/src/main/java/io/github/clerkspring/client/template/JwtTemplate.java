package io.github.clerkspring.client.template;

import java.time.Instant;
import java.util.Map;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Template for session tokens with custom claims.
 *
 * @param lifetime the lifetime of the tokens in seconds
 * @param allowedClockSkew the permitted clock skew in seconds
 * @param customSigningKey whether the tokens are signed with a key of the application
 */
public record JwtTemplate(String id, String name, Map<String, Object> claims, int lifetime, int allowedClockSkew,
		boolean customSigningKey, String signingAlgorithm, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
