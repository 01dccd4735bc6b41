package io.github.clerkspring.test.remote;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * Connection details of an emulator in another process. The issuer is derived from the
 * publishable key, independent of the address of the emulator. The key set is fetched
 * from its Backend API.
 */
public interface RemoteClerkConnectionDetails extends ClerkConnectionDetails {

	/**
	 * Return the emulator.
	 * @return the running emulator
	 */
	RemoteClerkEmulator emulator();

	@Override
	default String apiUrl() {
		return emulator().baseUrl();
	}

	@Override
	default ClerkSecretKey secretKey() {
		return ClerkSecretKey.valueOf(emulator().secretKey());
	}

	@Override
	default ClerkPublishableKey publishableKey() {
		return ClerkPublishableKey.valueOf(emulator().publishableKey());
	}

}
