package io.github.clerkspring.test.remote;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * Points an application to an emulator in another process. The issuer is that of the
 * publishable key, wherever the emulator listens; the keys of tokens come from its
 * Backend API.
 */
public interface RemoteClerkConnectionDetails extends ClerkConnectionDetails {

	/**
	 * Return the emulator.
	 * @return the emulator, which runs
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
