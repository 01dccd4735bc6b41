package io.github.clerkspring.client.http;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import reactor.netty.http.client.HttpClient;

import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryListener;
import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.client.user.UserOperations;

/**
 * Services whose waits are as short as they can be.
 */
final class TestServices {

	private TestServices() {
	}

	static UserOperations users(HttpClient httpClient, String url, RetryPolicy policy, Duration responseTimeout) {
		RetryListener listener = (operation, reason, wait) -> {
		};
		ClerkHttpSettings settings = new ClerkHttpSettings(url + "/v1", ClerkSecretKey.valueOf("sk_test_1"), null,
				"2026-05-12", "test", 1_000_000, responseTimeout, Duration.ofMinutes(1), policy, listener,
				Clock.systemUTC(), ObservationRegistry.NOOP, List.of());
		return new ClerkHttpServices(httpClient, settings, new Backoff(Duration.ofMillis(1), () -> 0.5)).create("users",
				UserOperations.class);
	}

}
