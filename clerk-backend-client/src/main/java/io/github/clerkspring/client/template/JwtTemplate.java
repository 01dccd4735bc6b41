package io.github.clerkspring.client.template;

import java.time.Instant;
import java.util.Map;

import io.github.clerkspring.client.core.RecordIds;

/**
 * What a session token of a kind contains.
 *
 * @param lifetime how many seconds the tokens live
 * @param allowedClockSkew by how many seconds clocks may differ
 * @param customSigningKey whether the tokens are signed by a key of the application's own
 */
public record JwtTemplate(String id, String name, Map<String, Object> claims, int lifetime, int allowedClockSkew,
		boolean customSigningKey, String signingAlgorithm, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
