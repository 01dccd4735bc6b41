package io.github.clerkspring.client.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Entry of the waitlist.
 *
 * @param isLocked whether the entry is temporarily locked against changes
 * @param invitation the invitation, or {@code null} if none was sent
 */
public record WaitlistEntry(String id, String emailAddress, WaitlistEntryStatus status, @Nullable Boolean isLocked,
		Instant createdAt, Instant updatedAt, @Nullable Invitation invitation) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
