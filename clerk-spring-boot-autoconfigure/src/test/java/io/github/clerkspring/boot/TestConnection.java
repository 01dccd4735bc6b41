package io.github.clerkspring.boot;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * Connection of an application that does not come from properties.
 */
public class TestConnection implements ClerkConnectionDetails {

	private final String apiUrl;

	public TestConnection() {
		this("http://127.0.0.1:1");
	}

	public TestConnection(String apiUrl) {
		this.apiUrl = apiUrl;
	}

	@Override
	public String apiUrl() {
		return this.apiUrl;
	}

	@Override
	public @Nullable ClerkSecretKey secretKey() {
		return ClerkSecretKey.valueOf("sk_test_own");
	}

	@Override
	public @Nullable ClerkPublishableKey publishableKey() {
		return ClerkPublishableKey.valueOf("pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk");
	}

}
