package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Email address of a user.
 *
 * @param reserved whether the address is reserved: it can be used to sign in although it
 * is not verified
 */
public record EmailAddress(String id, String emailAddress, boolean reserved, @Nullable Verification verification,
		List<IdentificationLink> linkedTo, @Nullable Boolean matchesSsoConnection, Instant createdAt,
		Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
