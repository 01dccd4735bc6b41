package io.github.clerkspring.client.instance;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Sign-up settings.
 *
 * @param fromEmailAddress the local part of the sender's email address
 * @param enhancedEmailDeliverability no longer in use
 */
public record InstanceSettings(String id, @Nullable Boolean restrictedToAllowlist, @Nullable String fromEmailAddress,
		@Nullable Boolean progressiveSignUp, @Nullable Boolean enhancedEmailDeliverability) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
