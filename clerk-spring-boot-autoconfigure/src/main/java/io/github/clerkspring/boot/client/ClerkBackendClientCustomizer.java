package io.github.clerkspring.boot.client;

import io.github.clerkspring.client.ClerkBackendClient;

/**
 * Adjusts the builder of the auto-configured {@link ClerkBackendClient}, after the
 * properties were applied.
 */
@FunctionalInterface
public interface ClerkBackendClientCustomizer {

	/**
	 * Adjust the builder.
	 * @param builder the builder
	 */
	void customize(ClerkBackendClient.Builder builder);

}
