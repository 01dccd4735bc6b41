package io.github.clerkspring.client;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.netty.buffer.Unpooled;
import io.netty.channel.ConnectTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkServer.Answer;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryPolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Every attempt and every call ends, however slowly the server answers, and no connection
 * is held.
 */
class TimeLimitTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

	/** The limit of a call includes the loading of classes by a first call. */
	@BeforeAll
	static void loadClasses() {
		try (ClerkServer server = new ClerkServer().answer(429, "").answer(200, "{}");
				ClerkBackendClient clerk = server.client().build()) {
			StepVerifier.create(clerk.users().get("user_1")).expectNextCount(1).expectComplete().verify(LIMIT);
		}
	}

	@Test
	void attemptEndsOnSlowResponse() {
		StepVerifier.create(Flux.fromArray(Trickle.values()).flatMap(TimeLimitTests::failure))
			.thenConsumeWhile((failure) -> {
				assertThat(failure.thrown()).as(failure.toString())
					.isInstanceOf(failure.trickle().expected)
					.hasMessageStartingWith("users.get: ")
					.hasMessageContaining("no complete response within 3s (clerk.client.response-timeout)");
				if (failure.thrown() instanceof ClerkApiException ex) {
					assertThat(ex.status()).isEqualTo(failure.trickle().status);
				}
				return true;
			})
			.expectComplete()
			.verify(LIMIT);
	}

	/** Make a call of one attempt and wait until its connection is closed. */
	private static Mono<Failure> failure(Trickle trickle) {
		return Mono.using(() -> new TricklingServer(trickle.start, trickle.piece),
				(server) -> Mono.using(
						() -> client(server).responseTimeout(Duration.ofSeconds(3)).retryPolicy(ONCE).build(),
						(clerk) -> clerk.users()
							.get("user_1")
							.materialize()
							.publishOn(Schedulers.boundedElastic())
							.map((signal) -> check(trickle, server, signal.getThrowable()))),
				TricklingServer::close);
	}

	private static Failure check(Trickle trickle, TricklingServer server, Throwable thrown) {
		try {
			assertThat(server.awaitClosed(1)).as(trickle.name()).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		assertThat(server.requests()).as(trickle.name()).isEqualTo(1);
		return new Failure(trickle, thrown);
	}

	@Test
	void everyAttemptHasTheLimit() throws Exception {
		try (TricklingServer server = new TricklingServer(Trickle.BODY.start, Trickle.BODY.piece);
				ClerkBackendClient clerk = client(server).build()) {
			StepVerifier.create(clerk.users().get("user_1"))
				.expectErrorSatisfies((ex) -> assertThat(ex).hasMessageContaining("clerk.client.response-timeout"))
				.verify(LIMIT);
			assertThat(server.awaitClosed(3)).isTrue();
			assertThat(server.requests()).isLessThanOrEqualTo(3);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[" })
	void timeoutClosesTheConnectionOfASilentServer(String start) throws Exception {
		CountDownLatch closed = new CountDownLatch(1);
		DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			request.withConnection((connection) -> connection.onDispose(closed::countDown));
			response.header("Content-Type", "application/json");
			return start.isEmpty() ? Mono.never()
					: response.send(
							Flux.concat(Mono.just(Unpooled.copiedBuffer(start, StandardCharsets.UTF_8)), Mono.never()),
							(buffer) -> true);
		}).bindNow();
		try (ClerkBackendClient clerk = client("http://127.0.0.1:" + server.port()).retryPolicy(ONCE).build()) {
			StepVerifier.create(clerk.users().get("user_1"))
				.expectErrorSatisfies((ex) -> assertThat(ex).hasMessageContaining("clerk.client.response-timeout"))
				.verify(LIMIT);
			assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			server.disposeNow();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes", "stream", "entity", "exchange" })
	void theWebClientHasTheLimitToo(String use) throws Exception {
		try (TricklingServer server = new TricklingServer(Trickle.BODY.start, Trickle.BODY.piece);
				ClerkBackendClient clerk = client(server).retryPolicy(ONCE).build()) {
			StepVerifier.create(use(clerk, use))
				.expectErrorSatisfies((ex) -> assertThat(ex).hasStackTraceContaining("clerk.client.response-timeout"))
				.verify(LIMIT);
			assertThat(server.awaitClosed(1)).isTrue();
		}
	}

	@Test
	void callEndsIndependentlyOfItsAttempts() throws Exception {
		try (TricklingServer server = new TricklingServer(Trickle.BODY.start, Trickle.BODY.piece);
				ClerkBackendClient clerk = client(server).responseTimeout(LIMIT)
					.callTimeout(Duration.ofSeconds(2))
					.build()) {
			StepVerifier.create(clerk.users().get("user_1"))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(WebClientRequestException.class)
					.hasMessage("users.get: not complete within 2s (clerk.client.call-timeout), in attempt 1")
					.hasCauseInstanceOf(TimeoutException.class))
				.verify(LIMIT);
			assertThat(server.awaitClosed(1)).isTrue();
		}
	}

	@Test
	void theLimitOfACallIncludesItsWaits() {
		Answer limited = new Answer(429, "application/json", "", Map.of("Retry-After", "8"));
		try (ClerkServer server = new ClerkServer().answer(limited);
				ClerkBackendClient clerk = server.client().callTimeout(Duration.ofSeconds(2)).build()) {
			StepVerifier.create(clerk.users().get("user_1"))
				.expectErrorSatisfies((ex) -> assertThat(ex)
					.hasMessage("users.get: not complete within 2s (clerk.client.call-timeout), in attempt 1"))
				.verify(LIMIT);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void attemptTimeExcludesTheQueue() {
		// Two calls share one connection, and the second waits as long as the first takes
		ClerkTransport transport = new ClerkTransport(new ClerkTransport.Settings(LIMIT, 1, 10, LIMIT));
		try (transport;
				ClerkServer server = new ClerkServer();
				ClerkBackendClient clerk = server.client()
					.httpClient(transport.httpClient())
					.responseTimeout(Duration.ofSeconds(4))
					.build()) {
			server.delay(Duration.ofMillis(1_500));
			StepVerifier
				.create(Mono.when(clerk.users().get("user_1"), clerk.users().get("user_2"),
						clerk.users().get("user_3")))
				.expectComplete()
				.verify(LIMIT);
			assertThat(server.requests()).hasSize(3);
		}
	}

	@Test
	void connectTimeoutIsReported() {
		HttpClient unreachable = HttpClient.create()
			.mapConnect((connect) -> Mono.error(new ConnectTimeoutException("connection timed out after 2000 ms: x")));
		try (ClerkBackendClient clerk = ClerkBackendClient.builder(ClerkSecretKey.valueOf(ClerkServer.SECRET_KEY))
			.httpClient(unreachable)
			.build()) {
			StepVerifier.create(clerk.users().get("user_1"))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(WebClientRequestException.class)
					.hasCauseInstanceOf(ConnectException.class)
					.hasMessage("users.get: connection timed out after 2000 ms: x (clerk.client.connect-timeout)"))
				.verify(LIMIT);
		}
	}

	@Test
	void refusesInvalidTimeouts() {
		ClerkBackendClient.Builder builder = ClerkBackendClient.builder(ClerkSecretKey.valueOf("sk_test_1"));
		for (Duration limit : new Duration[] { Duration.ZERO, Duration.ofNanos(1), Duration.ofSeconds(-1),
				Duration.ofDays(2), Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE) }) {
			assertThatIllegalArgumentException().isThrownBy(() -> builder.responseTimeout(limit));
			assertThatIllegalArgumentException().isThrownBy(() -> builder.callTimeout(limit));
		}
	}

	private static ClerkBackendClient.Builder client(TricklingServer server) {
		return client(server.url());
	}

	private static ClerkBackendClient.Builder client(String url) {
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf(ClerkServer.SECRET_KEY))
			.apiUrl(url)
			.responseTimeout(Duration.ofMillis(300));
	}

	private static Mono<?> use(ClerkBackendClient clerk, String use) {
		var request = clerk.webClient().get().uri("/things");
		return switch (use) {
			case "bytes" -> request.retrieve().bodyToMono(byte[].class);
			case "stream" -> request.retrieve().bodyToFlux(Integer.class).then();
			case "entity" -> request.retrieve().toEntity(String.class);
			default -> request.exchangeToMono((response) -> response.bodyToMono(String.class));
		};
	}

	private record Failure(Trickle trickle, Throwable thrown) {

	}

	private enum Trickle {

		/** A body of a known length, byte by byte. */
		BODY(200, "Content-Length: 1000000\r\n\r\n[", "1,", WebClientRequestException.class),

		/** A body of chunks. */
		CHUNKS(200, "Transfer-Encoding: chunked\r\n\r\n", "2\r\n1,\r\n", WebClientRequestException.class),

		/** A body that lasts until the connection is closed. */
		UNTIL_CLOSED(200, "\r\n[", "1,", WebClientRequestException.class),

		/** A refusal. */
		UNPROCESSABLE(422, "Content-Length: 1000000\r\n\r\n{", " ", ClerkApiException.Unprocessable.class),

		/** A refusal that may be repeated. */
		UNAVAILABLE(503, "Content-Length: 1000000\r\n\r\n{", " ", ClerkApiException.ServerError.class),

		/** A refusal for the rate. */
		RATE_LIMITED(429, "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n", ClerkApiException.RateLimited.class),

		/** A redirect. */
		REDIRECT(302, "Content-Length: 1000000\r\n\r\n{", " ", ClerkApiException.class),

		/** A header without end. */
		HEADERS(200, "A: ", "a", WebClientRequestException.class),

		/** Interim responses only. */
		CONTINUE(100, "\r\n", "HTTP/1.1 100 Continue\r\n\r\n", WebClientRequestException.class);

		private final int status;

		private final String start;

		private final String piece;

		private final Class<? extends Exception> expected;

		Trickle(int status, String start, String piece, Class<? extends Exception> expected) {
			this.status = status;
			this.start = "HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\n" + start;
			this.piece = piece;
			this.expected = expected;
		}

	}

}
