package io.github.clerkspring.client.user;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;
import io.github.clerkspring.client.core.Secret;

/**
 * Phone number of a user.
 *
 * @param phoneNumber the number in E.164 format
 * @param reserved whether the number is reserved: it can be used to sign in although it
 * is not verified
 */
public record PhoneNumber(String id, String phoneNumber, @Nullable Boolean reservedForSecondFactor,
		@Nullable Boolean defaultSecondFactor, boolean reserved, @Nullable Verification verification,
		List<IdentificationLink> linkedTo, List<Secret> backupCodes, Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
