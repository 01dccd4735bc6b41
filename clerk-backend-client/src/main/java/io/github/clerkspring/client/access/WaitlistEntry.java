package io.github.clerkspring.client.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * A person who waits for access.
 *
 * @param isLocked whether it can be changed no more for now
 * @param invitation the invitation, once one was sent
 */
public record WaitlistEntry(String id, String emailAddress, WaitlistEntryStatus status, @Nullable Boolean isLocked,
		Instant createdAt, Instant updatedAt, @Nullable Invitation invitation) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
