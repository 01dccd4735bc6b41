package io.github.clerkspring.test.autoconfigure;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * Connection details of an emulator.
 *
 * @param emulator the emulator
 */
record EmulatorClerkConnectionDetails(ClerkEmulator emulator) implements ClerkConnectionDetails {

	@Override
	public String apiUrl() {
		return this.emulator.baseUrl();
	}

	@Override
	public ClerkSecretKey secretKey() {
		return ClerkSecretKey.valueOf(this.emulator.secretKey());
	}

	@Override
	public ClerkPublishableKey publishableKey() {
		return ClerkPublishableKey.valueOf(this.emulator.publishableKey());
	}

}
