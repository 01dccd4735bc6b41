package io.github.clerkspring.client;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkServer.Answer;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.client.user.UserQuery;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkBackendClientTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String ERROR = """
			{"errors":[{"code":"resource_not_found","message":"not found"}],"clerk_trace_id":"trace_1"}""";

	@Test
	void theWebClientHasKeyVersionErrorsAndRetries() {
		Answer limited = new Answer(429, "application/json", "", Map.of("Retry-After", "0"));
		try (ClerkServer server = new ClerkServer().answer(limited)
			.answer(503, "")
			.answer(200, "{\"new_thing\":1}")
			.answer(404, ERROR); ClerkBackendClient clerk = server.client().apiVersion("2030-01-01").build()) {
			StepVerifier.create(things(clerk)).expectNext(Map.of("new_thing", 1)).expectComplete().verify(LIMIT);
			StepVerifier.create(things(clerk))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ClerkApiException.NotFound.class)
					.hasMessageContainingAll("404", "resource_not_found", "trace_1"))
				.verify(LIMIT);
			assertThat(server.requests()).hasSize(4).allSatisfy((request) -> {
				assertThat(request.uri()).isEqualTo("/v1/things?limit=1");
				assertThat(request.headers()).containsEntry("authorization", "Bearer " + ClerkServer.SECRET_KEY)
					.containsEntry("clerk-api-version", "2030-01-01")
					.containsEntry("accept", "application/json");
				assertThat(request.headers().get("user-agent")).startsWith("clerk-spring-boot/");
			});
		}
	}

	@Test
	void webClientResponsesRemainStreams() {
		try (ClerkServer server = new ClerkServer().answer(200, "[" + "1,".repeat(2_000) + "2]");
				ClerkBackendClient clerk = server.client().maxInMemorySize(1_000).build()) {
			StepVerifier.create(clerk.webClient().get().uri("/numbers").retrieve().bodyToFlux(Integer.class).take(2))
				.expectNext(1, 1)
				.expectComplete()
				.verify(LIMIT);
		}
	}

	@Test
	void machineWebClientUsesKeyOfMachine() {
		try (ClerkServer server = new ClerkServer().answer(200, "{}");
				ClerkBackendClient clerk = server.client().build();
				ClerkBackendClient machine = server.client().machineSecretKey(new Secret("ak_first")).build()) {
			for (ClerkBackendClient client : List.of(clerk, machine)) {
				client.machineWebClient().get().uri("/things").retrieve().toBodilessEntity().block(LIMIT);
			}
			assertThat(server.requests()).extracting((request) -> request.headers().get("authorization"))
				.containsExactly("Bearer " + ClerkServer.SECRET_KEY, "Bearer ak_first");
		}
	}

	@Test
	void requestCanHaveRetryPolicyOfItsOwn() {
		try (ClerkServer server = new ClerkServer().answer(503, "").answer(429, "").answer(200, "{}");
				ClerkBackendClient clerk = server.client().build()) {
			for (Class<? extends ClerkApiException> failure : List.of(ClerkApiException.ServerError.class,
					ClerkApiException.RateLimited.class)) {
				StepVerifier
					.create(clerk.webClient()
						.get()
						.uri("/things")
						.attributes(RetryPolicy.NONE.forRequest())
						.retrieve()
						.toBodilessEntity())
					.expectError(failure)
					.verify(LIMIT);
			}
			assertThat(server.requests()).hasSize(2);
		}
	}

	@Test
	void clientsAreIndependent() {
		RetryPolicy once = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
		try (ClerkServer first = new ClerkServer().answer(200, "{\"id\":\"user_1\"}");
				ClerkServer second = new ClerkServer().answer(503, "").answer(200, "{\"id\":\"user_2\"}");
				ClerkBackendClient patient = first.client().machineSecretKey(new Secret("ak_first")).build();
				ClerkBackendClient hasty = ClerkBackendClient.builder(ClerkSecretKey.valueOf("sk_live_second"))
					.apiUrl(second.url())
					.apiVersion("2025-11-10")
					.retryPolicy(once)
					.build()) {
			StepVerifier.create(hasty.users().get("user_2"))
				.expectError(ClerkApiException.ServerError.class)
				.verify(LIMIT);
			StepVerifier
				.create(Flux.range(0, 20)
					.flatMap((index) -> patient.users().get("user_1"))
					.mergeWith(Flux.range(0, 20).flatMap((index) -> hasty.users().get("user_2")))
					.map(User::id)
					.distinct()
					.sort())
				.expectNext("user_1", "user_2")
				.expectComplete()
				.verify(LIMIT);
			assertThat(first.requests()).hasSize(20)
				.extracting((request) -> request.headers().get("authorization"))
				.containsOnly("Bearer " + ClerkServer.SECRET_KEY);
			assertThat(second.requests()).hasSize(21)
				.allSatisfy((request) -> assertThat(request.headers())
					.containsEntry("authorization", "Bearer sk_live_second")
					.containsEntry("clerk-api-version", "2025-11-10"));
			patient.close();
			StepVerifier.create(hasty.users().get("user_2")).expectNextCount(1).expectComplete().verify(LIMIT);
			assertThat(patient.users()).isNotSameAs(hasty.users());
		}
	}

	@Test
	void streamFetchesRequestedPagesByCursor() {
		try (ClerkServer server = new ClerkServer().answer(200, "[{\"id\":\"user_1\"},{\"id\":\"user_2\"}]")
			.answer(200, "[{\"id\":\"user_3\"},{\"id\":\"user_4\"}]")
			.answer(200, "[{\"id\":\"user_5\"}]"); ClerkBackendClient clerk = server.client().build()) {
			Flux<String> ids = clerk.users().stream(UserQuery.create().limit(2)).map(User::id);
			assertThat(server.requests()).isEmpty();
			StepVerifier.create(ids.take(2)).expectNext("user_1", "user_2").expectComplete().verify(LIMIT);
			assertThat(server.requests()).hasSize(1);
			StepVerifier.create(ids).expectNext("user_3", "user_4", "user_5").expectComplete().verify(LIMIT);
			assertThat(server.requests()).extracting((request) -> request.uri())
				.containsExactly("/v1/users?limit=2", "/v1/users?limit=2", "/v1/users?limit=2&starting_after=user_4");
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadsMayBlock() {
		try (ClerkServer server = new ClerkServer().answer(200, "{\"id\":\"user_1\"}");
				ClerkBackendClient clerk = server.client().build()) {
			AsyncTaskExecutor threads = new VirtualThreadTaskExecutor();
			List<CompletableFuture<String>> ids = IntStream.range(0, 200)
				.mapToObj((index) -> threads.submitCompletable(() -> clerk.users().get("user_1").block().id()))
				.toList();
			assertThat(ids).allSatisfy((id) -> assertThat(id).succeedsWithin(LIMIT).isEqualTo("user_1"));
		}
	}

	@Test
	void streamCanBeIterated() {
		try (ClerkServer server = new ClerkServer().answer(200, "[{\"id\":\"user_1\"},{\"id\":\"user_2\"}]")
			.answer(200, "[{\"id\":\"user_3\"},{\"id\":\"user_4\"}]")
			.answer(200, "[]"); ClerkBackendClient clerk = server.client().build()) {
			Iterator<User> users = clerk.users().stream(UserQuery.create().limit(2)).toIterable(1).iterator();
			assertThat(users.next().id()).isEqualTo("user_1");
			assertThat(server.requests()).hasSizeLessThan(3);
			assertThat(users).toIterable().extracting(User::id).containsExactly("user_2", "user_3", "user_4");
			assertThat(server.requests()).hasSize(3);
		}
	}

	@SuppressWarnings("unchecked")
	private static Mono<Map<String, Object>> things(ClerkBackendClient clerk) {
		return clerk.webClient()
			.get()
			.uri("/things?limit={limit}", 1)
			.retrieve()
			.bodyToMono(Map.class)
			.map((body) -> (Map<String, Object>) body);
	}

}
