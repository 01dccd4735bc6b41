package io.github.clerkspring.client.instance;

import org.jspecify.annotations.Nullable;

/**
 * Settings of sign-up.
 *
 * @param fromEmailAddress the part before the {@code @} of the address that mails come
 * from
 * @param enhancedEmailDeliverability no longer in use
 */
public record InstanceSettings(String id, @Nullable Boolean restrictedToAllowlist, @Nullable String fromEmailAddress,
		@Nullable Boolean progressiveSignUp, @Nullable Boolean enhancedEmailDeliverability) {

}
