package io.github.clerkspring.boot.sync;

import java.time.Clock;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.webhook.sync.RequestPace;

/**
 * Pace of requests for the rate limit of the connected instance.
 */
final class SyncPace {

	private SyncPace() {
	}

	static RequestPace of(ClerkConnectionDetails connectionDetails, int percent, Clock clock) {
		ClerkSecretKey secretKey = connectionDetails.secretKey();
		if (secretKey == null) {
			throw new IllegalStateException("The client has a secret key");
		}
		return RequestPace.of(secretKey.instanceType(), percent, clock);
	}

}
