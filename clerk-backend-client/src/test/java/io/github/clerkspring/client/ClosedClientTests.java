package io.github.clerkspring.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who keeps a client beyond its end is told so, at once.
 */
class ClosedClientTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final AtomicInteger retries = new AtomicInteger();

	private final ClerkServer server = new ClerkServer();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void refusesCallsOnceItIsClosed() {
		ClerkBackendClient clerk = builder().build();
		Mono<?> call = clerk.users().get("user_1");
		clerk.users().get("user_1").block(LIMIT);
		clerk.close();
		clerk.close();
		assertRefused(call, "The ClerkBackendClient is closed");
		assertRefused(clerk.users().get("user_1"), "The ClerkBackendClient is closed");
		assertRefused(clerk.m2mTokens().verify("mt_1"), "The ClerkBackendClient is closed");
		assertRefused(clerk.webClient().get().uri("/x").retrieve().toBodilessEntity(),
				"The ClerkBackendClient is closed");
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void refusesCallsAlsoWithAnHttpClientOfTheApplication() {
		ClerkBackendClient clerk = builder().httpClient(HttpClient.create()).build();
		clerk.close();
		assertRefused(clerk.users().get("user_1"), "The ClerkBackendClient is closed");
	}

	@Test
	void refusesCallsOnceItsTransportIsClosed() {
		ClerkTransport transport = new ClerkTransport(ClerkTransport.Settings.DEFAULT);
		try (ClerkBackendClient clerk = builder().httpClient(transport.httpClient().keepAlive(true)).build()) {
			clerk.users().get("user_1").block(LIMIT);
			transport.close();
			transport.close();
			assertRefused(clerk.users().get("user_1"), "The connections to Clerk are closed (ClerkTransport)");
			assertRefused(clerk.webClient().get().uri("/x").retrieve().toBodilessEntity(),
					"The connections to Clerk are closed (ClerkTransport)");
		}
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void callThatWaitsForRetryEndsWhenTheClientIsClosed() {
		this.server.answer(503, "");
		ClerkBackendClient[] clerk = new ClerkBackendClient[1];
		clerk[0] = this.server.client().retryListener((operation, reason, wait) -> clerk[0].close()).build();
		assertRefused(clerk[0].users().get("user_1"), "The ClerkBackendClient is closed");
		assertThat(this.server.requests()).hasSize(1);
	}

	private ClerkBackendClient.Builder builder() {
		return this.server.client().retryListener((operation, reason, wait) -> this.retries.incrementAndGet());
	}

	private void assertRefused(Mono<?> call, String message) {
		StepVerifier.create(call)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class).hasMessage(message))
			.verify(LIMIT);
		assertThat(this.retries).hasValue(0);
	}

}
