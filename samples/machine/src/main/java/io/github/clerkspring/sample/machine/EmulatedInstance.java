package io.github.clerkspring.sample.machine;

import java.time.Duration;

import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * Emulated instance with a user.
 */
final class EmulatedInstance implements AutoCloseable {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final String userId = this.clerk.users().create("ada@example.com");

	String apiUrl() {
		return this.clerk.baseUrl();
	}

	String secretKey() {
		return this.clerk.secretKey();
	}

	// Arguments of a service that uses this instance
	String[] arguments() {
		return new String[] { "--clerk.api-url=" + apiUrl(), "--clerk.secret-key=" + secretKey(),
				"--clerk.publishable-key=" + this.clerk.publishableKey() };
	}

	String sessionToken() {
		return this.clerk.sessionToken(this.userId).expiresIn(Duration.ofDays(1)).mint();
	}

	String apiKey() {
		return this.clerk.apiKey(this.userId).mint();
	}

	String accessToken(String... scopes) {
		return this.clerk.oauthToken(this.userId, "reports").scopes(scopes).mint();
	}

	void printRequests() {
		System.out.printf("""

				No keys of Clerk are in the environment, so this is an emulated Clerk at %s

				The shop calls the orders service with a machine-to-machine token:
				curl -i http://localhost:8080/shop -H 'Authorization: Bearer %s'

				An API key:
				curl -i http://localhost:8081/export -H 'Authorization: Bearer %s'

				An OAuth access token with the scope, and one without it (403):
				curl -i http://localhost:8081/invoices -H 'Authorization: Bearer %s'
				curl -i http://localhost:8081/invoices -H 'Authorization: Bearer %s'
				""", apiUrl(), sessionToken(), apiKey(), accessToken("invoices:read"), accessToken("profile"));
	}

	@Override
	public void close() {
		this.clerk.close();
	}

}
