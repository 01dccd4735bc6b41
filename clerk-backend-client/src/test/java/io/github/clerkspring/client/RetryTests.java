package io.github.clerkspring.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkServer.Answer;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryListener.Reason;
import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.client.user.User;

import static org.assertj.core.api.Assertions.assertThat;

class RetryTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String USER = "{\"id\":\"user_1\",\"object\":\"user\"}";

	@ParameterizedTest
	@ValueSource(ints = { 502, 503, 504 })
	void retriesIdempotentCallsAfterServerErrors(int status) {
		List<Reason> reasons = Collections.synchronizedList(new ArrayList<>());
		try (ClerkServer server = new ClerkServer().answer(status, "").answer(status, "").answer(200, USER);
				ClerkBackendClient clerk = server.client()
					.retryListener((operation, reason, wait) -> reasons.add(reason))
					.build()) {
			StepVerifier.create(clerk.users().get("user_1"))
				.assertNext((user) -> assertThat(user.id()).isEqualTo("user_1"))
				.expectComplete()
				.verify(LIMIT);
			assertThat(server.requests()).hasSize(3);
			assertThat(reasons).containsExactly(Reason.UNAVAILABLE, Reason.UNAVAILABLE);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void neverRetriesPostThatMayHaveBeenExecuted(int status) {
		try (ClerkServer server = new ClerkServer().answer(status, "");
				ClerkBackendClient clerk = server.client().build()) {
			StepVerifier.create(clerk.users().ban("user_1"))
				.expectError(ClerkApiException.ServerError.class)
				.verify(LIMIT);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void retriesPostAfterRateLimit() {
		Answer limited = new Answer(429, "application/json", "", Map.of("Retry-After", "0"));
		try (ClerkServer server = new ClerkServer().answer(limited).answer(200, USER);
				ClerkBackendClient clerk = server.client().build()) {
			StepVerifier.create(clerk.users().ban("user_1")).expectNextCount(1).expectComplete().verify(LIMIT);
			assertThat(server.requests()).hasSize(2);
		}
	}

	@Test
	void failsAtOnceWhenTheWaitIsTooLong() {
		Answer limited = new Answer(429, "application/json", "", Map.of("Retry-After", "3600"));
		try (ClerkServer server = new ClerkServer().answer(limited);
				ClerkBackendClient clerk = server.client().build()) {
			StepVerifier.create(clerk.users().get("user_1"))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(ClerkApiException.RateLimited.class,
						(limit) -> assertThat(limit.retryAfter()).isEqualTo(Duration.ofHours(1))))
				.verify(LIMIT);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void failingListenerDoesNotAffectTheCall() {
		try (RecordedLogs logs = new RecordedLogs();
				ClerkServer server = new ClerkServer().answer(503, "").answer(503, "").answer(200, USER);
				ClerkBackendClient clerk = server.client().retryListener((operation, reason, wait) -> {
					throw new IllegalStateException("a listener");
				}).build()) {
			StepVerifier.create(clerk.users().get("user_1")).expectNextCount(1).expectComplete().verify(LIMIT);
			assertThat(server.requests()).hasSize(3);
			assertThat(logs.texts()).filteredOn((text) -> text.contains("a listener")).hasSize(1);
		}
	}

	@Test
	void failsAfterTheLastAttempt() {
		try (ClerkServer server = new ClerkServer().answer(503, "");
				ClerkBackendClient clerk = server.client().build()) {
			StepVerifier.create(clerk.users().get("user_1"))
				.expectError(ClerkApiException.ServerError.class)
				.verify(LIMIT);
			assertThat(server.requests()).hasSize(3);
		}
	}

	@Test
	void doesNotRetryAfterMaxElapsed() {
		RetryPolicy policy = new RetryPolicy(3, Duration.ZERO, Duration.ofSeconds(10));
		try (ClerkServer server = new ClerkServer().answer(503, "");
				ClerkBackendClient clerk = server.client().retryPolicy(policy).build()) {
			StepVerifier.create(clerk.users().get("user_1"))
				.expectError(ClerkApiException.ServerError.class)
				.verify(LIMIT);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource(BreakingServer.Stage.class)
	void neverSendsPostTwiceOnConnectionFailure(BreakingServer.Stage stage) throws IOException {
		try (BreakingServer server = new BreakingServer(stage);
				Impatient impatient = new Impatient(server.url(), stage)) {
			warmUp(stage, impatient.clerk());
			StepVerifier.create(impatient.clerk().users().verifyPassword("user_1", "secret"))
				.expectError(WebClientRequestException.class)
				.verify(LIMIT);
			assertThat(server.connections()).isEqualTo(1);
			assertThat(server.methods()).filteredOn("POST"::equals)
				.hasSize((stage == BreakingServer.Stage.ACCEPTED) ? 0 : 1);
		}
	}

	@ParameterizedTest
	@EnumSource(BreakingServer.Stage.class)
	void retriesGetOnConnectionFailure(BreakingServer.Stage stage) throws IOException {
		try (BreakingServer server = new BreakingServer(stage);
				Impatient impatient = new Impatient(server.url(), stage)) {
			warmUp(stage, impatient.clerk());
			StepVerifier.FirstStep<User> call = StepVerifier.create(impatient.clerk().users().get("user_1"));
			if (stage.name().startsWith("STALE")) {
				call.expectNextCount(1).expectComplete().verify(LIMIT);
				assertThat(server.connections()).isEqualTo(2);
			}
			else {
				call.expectError(WebClientRequestException.class).verify(LIMIT);
				assertThat(server.connections()).isEqualTo(3);
			}
		}
	}

	private static void warmUp(BreakingServer.Stage stage, ClerkBackendClient clerk) {
		if (stage.name().startsWith("STALE")) {
			StepVerifier.create(clerk.users().get("user_1")).expectNextCount(1).expectComplete().verify(LIMIT);
		}
	}

	@Test
	void cancellingFreesTheConnection() throws InterruptedException {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch closed = new CountDownLatch(1);
		DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			request.withConnection((connection) -> connection.onDispose(closed::countDown));
			arrived.countDown();
			return Mono.never();
		}).bindNow();
		try (ClerkBackendClient clerk = client("http://127.0.0.1:" + server.port())) {
			Disposable call = clerk.users().get("user_1").subscribe();
			assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
			call.dispose();
			assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			server.disposeNow();
		}
	}

	private static ClerkBackendClient client(String url) {
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf(ClerkServer.SECRET_KEY)).apiUrl(url).build();
	}

	/**
	 * Client that waits no longer than half a second for an answer.
	 */
	private static final class Impatient implements AutoCloseable {

		private final ClerkTransport transport;

		private final ClerkBackendClient clerk;

		/**
		 * Wait for answers as long as others do, unless there is to be none, and for the
		 * one connection to be free, rather than open another.
		 */
		private Impatient(String url, BreakingServer.Stage stage) {
			Duration patience = (stage == BreakingServer.Stage.SILENCE) ? Duration.ofSeconds(1) : LIMIT;
			this.transport = new ClerkTransport(new ClerkTransport.Settings(Duration.ofSeconds(5), 1, 10, LIMIT));
			this.clerk = ClerkBackendClient.builder(ClerkSecretKey.valueOf(ClerkServer.SECRET_KEY))
				.apiUrl(url)
				.httpClient(this.transport.httpClient())
				.responseTimeout(patience)
				.build();
		}

		private ClerkBackendClient clerk() {
			return this.clerk;
		}

		@Override
		public void close() {
			this.transport.close();
		}

	}

}
