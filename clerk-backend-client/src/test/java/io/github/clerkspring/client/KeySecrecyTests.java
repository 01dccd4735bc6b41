package io.github.clerkspring.client;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

import io.github.clerkspring.client.ClerkTransport.Settings;
import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.client.core.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Neither key can be found in anything that the client gives to the application.
 */
class KeySecrecyTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String MACHINE_KEY = "ak_planted0machine0key";

	private final List<Object> seen = new CopyOnWriteArrayList<>();

	private final ClerkServer server = new ClerkServer();

	private final RecordedLogs logs = new RecordedLogs();

	@AfterEach
	void close() {
		this.server.close();
		this.logs.close();
	}

	static Stream<Arguments> failures() {
		return Stream.of(
				failure("a refused URL",
						(clerk) -> clerk.webClient().get().uri("http://localhost:1/").retrieve().toBodilessEntity()),
				failure("a refused id", (clerk) -> Mono.defer(() -> clerk.users().get(".."))),
				failure("a body of the web client that cannot be read",
						(clerk) -> clerk.webClient().get().uri("/x").retrieve().bodyToMono(Integer.class)),
				failure("an answer that is not JSON", (clerk) -> clerk.users().get("user_1")),
				failure("an answer for machines that is not JSON", (clerk) -> clerk.m2mTokens().verify("mt_1")),
				failure("a closed client", (clerk) -> Mono.defer(() -> {
					clerk.close();
					return clerk.users().get("user_1");
				})));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void noFailureHasAKey(Function<ClerkBackendClient, Mono<?>> call) {
		this.server.answer(200, "{\"id\":");
		assertNoKey(this.server.client(), call);
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 302, 400, 401, 402, 403, 404, 409, 418, 422, 429, 500, 503 })
	void noRefusalHasAKey(int status) {
		this.server.answer(status, "{\"errors\":[{\"code\":\"other\",\"message\":\"no\"}]}");
		assertNoKey(this.server.client(), (clerk) -> clerk.users().get("user_1"),
				(clerk) -> clerk.m2mTokens().verify("mt_1"),
				(clerk) -> clerk.webClient().get().uri("/x").retrieve().bodyToMono(String.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:1", "https://127.0.0.1:%d", "http://host.invalid" })
	void noConnectionThatCannotBeMadeHasAKey(String url) {
		assertNoKey(this.server.client().apiUrl(url.formatted(URI.create(this.server.url()).getPort())),
				(clerk) -> clerk.users().get("user_1"), (clerk) -> clerk.m2mTokens().verify("mt_1"));
	}

	@ParameterizedTest
	@EnumSource(value = BreakingServer.Stage.class, names = "STALE.*", mode = EnumSource.Mode.MATCH_NONE)
	void noBrokenConnectionHasAKey(BreakingServer.Stage stage) throws Exception {
		try (BreakingServer breaking = new BreakingServer(stage)) {
			assertNoKey(this.server.client().apiUrl(breaking.url()).responseTimeout(Duration.ofMillis(500)),
					(clerk) -> clerk.users().get("user_1"), (clerk) -> clerk.m2mTokens().verify("mt_1"));
		}
	}

	@Test
	void noTimedOutCallHasAKey() {
		this.server.delay(Duration.ofSeconds(5));
		assertNoKey(this.server.client().callTimeout(Duration.ofMillis(300)), (clerk) -> clerk.users().get("user_1"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 100 })
	void noExhaustedPoolHasAKey(int maxPending) {
		this.server.delay(Duration.ofSeconds(1));
		try (ClerkTransport transport = new ClerkTransport(
				new Settings(LIMIT, 1, maxPending, Duration.ofMillis(100)))) {
			assertNoKey(this.server.client().httpClient(transport.httpClient()),
					(clerk) -> Flux.range(0, 9).flatMap((index) -> clerk.users().get("user_1")).then());
		}
	}

	@Test
	void noTooLargeResponseHasAKey() {
		this.server.answer(200, "{\"id\":\"" + "x".repeat(2_000) + "\"}");
		assertNoKey(this.server.client().maxInMemorySize(1_000), (clerk) -> clerk.users().get("user_1"),
				(clerk) -> clerk.webClient().get().uri("/x").retrieve().bodyToMono(String.class));
	}

	@Test
	void noSuccessHasAKey() {
		this.server.answer(503, "").answer(200, "{}");
		call(this.server.client(), (clerk) -> clerk.users().get("user_1"), (clerk) -> clerk.m2mTokens().verify("mt_1"));
		assertNothingSeenHasAKey();
	}

	@Test
	void theRequestThatAnApplicationKeepsHasNoKey() {
		AtomicReference<ClientHttpRequest> kept = new AtomicReference<>();
		try (ClerkBackendClient clerk = this.server.client().build()) {
			clerk.webClient().get().uri("/x").httpRequest(kept::set).retrieve().toBodilessEntity().block(LIMIT);
		}
		HttpClientRequest request = kept.get().getNativeRequest();
		assertThat(kept.get().getHeaders().toString()).contains("Clerk-API-Version").doesNotContain("Bearer");
		assertThat(request.requestHeaders().toString()).doesNotContain("Bearer");
	}

	@Test
	void httpClientDoesNotLogRequests() {
		call(this.server.client().httpClient(HttpClient.create().wiretap(true)),
				(clerk) -> clerk.users().get("user_1"));
		assertNothingSeenHasAKey();
	}

	@SafeVarargs
	private void assertNoKey(ClerkBackendClient.Builder builder, Function<ClerkBackendClient, Mono<?>>... calls) {
		assertThat(call(builder, calls)).allSatisfy(
				(ex) -> assertThat(ReachableText.of(ex)).doesNotContain("planted").contains(ex.getClass().getName()));
		assertNothingSeenHasAKey();
	}

	/** Make the calls and return their failures; a success has nothing to search. */
	@SafeVarargs
	private List<Throwable> call(ClerkBackendClient.Builder builder, Function<ClerkBackendClient, Mono<?>>... calls) {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new ContextHandler(this.seen));
		try (ClerkBackendClient clerk = builder.machineSecretKey(new Secret(MACHINE_KEY))
			.retryPolicy(new RetryPolicy(2, LIMIT, Duration.ZERO))
			.retryListener((operation, reason, wait) -> this.seen.addAll(List.of(operation, reason, wait)))
			.observationRegistry(observations)
			.filter((request, next) -> next.exchange(see(request)).doOnNext(this.seen::add).doOnError(this.seen::add))
			.build()) {
			return Arrays.stream(calls)
				.map((call) -> catchThrowable(() -> call.apply(clerk).block(LIMIT)))
				.filter((ex) -> ex != null)
				.toList();
		}
	}

	private ClientRequest see(ClientRequest request) {
		this.seen.add(request);
		return request;
	}

	private void assertNothingSeenHasAKey() {
		assertThat(this.seen).allSatisfy((object) -> assertThat(ReachableText.of(object)).doesNotContain("planted"));
		assertThat(this.logs.texts()).isNotEmpty().noneMatch((text) -> text.contains("planted"));
	}

	private static Arguments failure(String name, Function<ClerkBackendClient, Mono<?>> call) {
		return Arguments.of(Named.of(name, call));
	}

	/**
	 * Keeps every context that it is told of.
	 *
	 * @param seen the contexts
	 */
	private record ContextHandler(List<Object> seen) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			this.seen.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
