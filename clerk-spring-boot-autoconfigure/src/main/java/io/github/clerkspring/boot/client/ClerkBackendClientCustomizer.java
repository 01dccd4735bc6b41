package io.github.clerkspring.boot.client;

import io.github.clerkspring.client.ClerkBackendClient;

/**
 * Callback interface for customizing the builder of the auto-configured
 * {@link ClerkBackendClient}. It is called after the properties have been applied.
 */
@FunctionalInterface
public interface ClerkBackendClientCustomizer {

	/**
	 * Customize the builder.
	 * @param builder the builder
	 */
	void customize(ClerkBackendClient.Builder builder);

}
