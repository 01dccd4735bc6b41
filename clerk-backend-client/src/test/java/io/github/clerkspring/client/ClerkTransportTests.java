package io.github.clerkspring.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkTransport.Settings;
import io.github.clerkspring.client.core.ClerkSecretKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that holds every request until the gate opens.
 */
class ClerkTransportTests {

	private static final Duration LIMIT = Duration.ofMinutes(3);

	private final Sinks.Empty<Void> gate = Sinks.empty();

	private final AtomicInteger arrived = new AtomicInteger();

	private CountDownLatch full = new CountDownLatch(Settings.DEFAULT.maxConnections());

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> {
			this.arrived.incrementAndGet();
			this.full.countDown();
			return this.gate.asMono()
				.then(response.header("Content-Type", "application/json").sendString(Mono.just("{}")).then());
		})
		.bindNow();

	@AfterEach
	void stop() {
		this.server.disposeNow();
	}

	@Test
	void fiveThousandCallsAreInFlightAtOnce() throws InterruptedException {
		int maxConnections = Settings.DEFAULT.maxConnections();
		try (ClerkBackendClient clerk = client(settings(maxConnections, Settings.DEFAULT.maxPending(), LIMIT))) {
			Mono<Long> calls = Flux.range(0, 5_000)
				.flatMap((index) -> clerk.users().get("user_" + index), 5_000)
				.count()
				.cache();
			calls.subscribe();
			assertThat(this.full.await(2, TimeUnit.MINUTES)).isTrue();
			assertThat(this.arrived).hasValue(maxConnections);
			this.gate.tryEmitEmpty().orThrow();
			StepVerifier.create(calls).expectNext(5_000L).expectComplete().verify(LIMIT);
		}
	}

	@Test
	void callBeyondTheQueueFailsWithRemedy() throws InterruptedException {
		this.full = new CountDownLatch(2);
		try (ClerkBackendClient clerk = client(settings(2, 3, LIMIT))) {
			Mono<Long> calls = Flux.range(0, 5)
				.flatMap((index) -> clerk.users().get("user_" + index), 5)
				.count()
				.cache();
			calls.subscribe();
			assertThat(this.full.await(2, TimeUnit.MINUTES)).isTrue();
			StepVerifier.create(clerk.users().get("user_6"))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(WebClientRequestException.class)
					.hasMessageContainingAll("users.get", "clerk.client.pool.max-pending",
							"clerk.client.pool.max-connections"))
				.verify(LIMIT);
			this.gate.tryEmitEmpty().orThrow();
			StepVerifier.create(calls).expectNext(5L).expectComplete().verify(LIMIT);
			assertThat(this.arrived).hasValue(5);
		}
	}

	@Test
	void aCallThatWaitsTooLongForAConnectionIsRefused() throws InterruptedException {
		this.full = new CountDownLatch(1);
		try (ClerkBackendClient clerk = client(settings(1, 3, Duration.ofMillis(100)))) {
			clerk.users().get("user_1").subscribe();
			assertThat(this.full.await(2, TimeUnit.MINUTES)).isTrue();
			StepVerifier.create(clerk.users().get("user_2"))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(WebClientRequestException.class)
					.hasMessageContainingAll("users.get", "100ms", "clerk.client.pool.acquire-timeout"))
				.verify(LIMIT);
			assertThat(this.arrived).hasValue(1);
			this.gate.tryEmitEmpty().orThrow();
		}
	}

	private static Settings settings(int maxConnections, int maxPending, Duration acquireTimeout) {
		return new Settings(LIMIT, maxConnections, maxPending, acquireTimeout);
	}

	private ClerkBackendClient client(Settings settings) {
		ClerkTransport transport = new ClerkTransport(settings);
		this.server.onDispose(transport::close);
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf(ClerkServer.SECRET_KEY))
			.apiUrl("http://127.0.0.1:" + this.server.port())
			.httpClient(transport.httpClient())
			.responseTimeout(LIMIT)
			.callTimeout(LIMIT)
			.build();
	}

}
