package io.github.clerkspring.client;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkServer.Answer;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.user.UpdateUserRequest;
import io.github.clerkspring.client.user.UserQuery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What metrics and traces see of calls, through a real meter registry and a real tracer.
 */
class ObservationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String USER = "{\"id\":\"user_1\",\"object\":\"user\"}";

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final List<SpanData> spans = new CopyOnWriteArrayList<>();

	private final ObservationRegistry observations = ObservationRegistry.create();

	private final Semaphore ended = new Semaphore(0);

	private final ClerkServer server = new ClerkServer();

	private ClerkBackendClient clerk;

	@BeforeEach
	void observe() {
		SdkTracerProvider provider = SdkTracerProvider.builder()
			.addSpanProcessor(SimpleSpanProcessor.create(new ListExporter(this.spans)))
			.build();
		OtelTracer tracer = new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), (event) -> {
		});
		OtelPropagator propagator = new OtelPropagator(
				ContextPropagators.create(W3CTraceContextPropagator.getInstance()), provider.get("test"));
		this.observations.observationConfig()
			.observationHandler(new EndHandler(this.ended))
			.observationHandler(new DefaultMeterObservationHandler(this.meters))
			.observationHandler(new ObservationHandler.FirstMatchingCompositeObservationHandler(
					new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
					new DefaultTracingObservationHandler(tracer)));
		this.clerk = client(this.server.url());
	}

	@AfterEach
	void close() {
		this.clerk.close();
		this.server.close();
	}

	@Test
	void operationIsOneTimeSeriesForAllParameters() {
		this.server.answer(200, "[]").answer(200, "[]").answer(200, USER);
		call(this.clerk.users().list(UserQuery.create().limit(3).username("ada")));
		call(this.clerk.users().list(UserQuery.create().query("planted").userId("user_1", "user_2")));
		call(this.clerk.users().update("user_1", UpdateUserRequest.create().firstName("Ada")));
		call(this.clerk.users().update("user_2", UpdateUserRequest.create().lastName(null)));
		assertThat(timers()).extracting(ObservationTests::tags)
			.containsExactlyInAnyOrder(
					Map.of("operation", "users.list", "method", "GET", "uri", "/v1/users", "status", "200", "outcome",
							"SUCCESS", "error.code", "none", "error", "none"),
					Map.of("operation", "users.update", "method", "PATCH", "uri", "/v1/users/{userId}", "status", "200",
							"outcome", "SUCCESS", "error.code", "none", "error", "none"));
		assertThat(timers()).extracting(Timer::count).containsOnly(2L);
		assertThat(this.spans).extracting(SpanData::getName).contains("clerk users.list", "clerk users.update");
	}

	@Test
	void failureHasErrorCodeAndSpanHasTraceId() {
		this.server.answer(404, """
				{"errors":[{"code":"resource_not_found","message":"not found"}],"clerk_trace_id":"trace_planted"}""");
		fail(this.clerk.users().get("user_1"));
		assertThat(timers()).singleElement()
			.extracting(ObservationTests::tags)
			.satisfies((tags) -> assertThat(tags).containsEntry("status", "404")
				.containsEntry("outcome", "CLIENT_ERROR")
				.containsEntry("error.code", "resource_not_found")
				.containsEntry("error", "NotFound")
				.doesNotContainValue("trace_planted"));
		assertThat(this.spans).singleElement()
			.extracting((span) -> span.getAttributes().get(AttributeKey.stringKey("clerk.trace.id")))
			.isEqualTo("trace_planted");
	}

	@Test
	void traceContextIsSentWithEachAttempt() {
		this.server.answer(503, "").answer(200, USER);
		Observation parent = Observation.start("parent", this.observations);
		call(this.clerk.users()
			.get("user_1")
			.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, parent)));
		parent.stop();
		SpanData client = span("clerk users.get");
		assertThat(client.getParentSpanId()).isEqualTo(span("parent").getSpanId());
		assertThat(this.server.requests()).hasSize(2)
			.extracting((request) -> request.headers().get("traceparent"))
			.allMatch((traceparent) -> traceparent.startsWith("00-" + client.getTraceId() + "-" + client.getSpanId()));
		assertThat(timers()).singleElement()
			.satisfies((timer) -> assertThat(tags(timer)).containsEntry("status", "200"));
	}

	@Test
	void callWithoutResponseHasNoStatus() {
		try (ClerkBackendClient unreachable = client("http://127.0.0.1:1")) {
			fail(unreachable.users().ban("user_1"));
		}
		assertThat(timers()).singleElement()
			.satisfies((timer) -> assertThat(tags(timer)).containsEntry("status", "none")
				.containsEntry("outcome", "UNKNOWN")
				.containsEntry("error.code", "none"));
	}

	@Test
	void inputOfClerkAndCallersIsNoTagValue() {
		IntStream.range(0, 50).forEach((i) -> {
			String planted = "planted" + i;
			this.server.answer(new Answer(700 + i, "application/json", """
					{"errors":[{"code":"%s"}],"clerk_trace_id":"%s"}""".formatted(planted, planted)));
			fail(this.clerk.users().get("user_" + planted));
			this.server.answer(200 + i + 20, USER);
			call(this.clerk.users().get("user_" + planted));
			call(this.clerk.webClient()
				.method(HttpMethod.valueOf("M" + i))
				.uri("/made/up/" + planted + "?token=" + planted)
				.retrieve()
				.toBodilessEntity());
		});
		assertThat(timers()).hasSizeLessThanOrEqualTo(6)
			.allSatisfy((timer) -> assertThat(tags(timer).values())
				.allSatisfy((value) -> assertThat(value).matches("users.get|GET|/v1/users/\\{userId}|200|226|other|none"
						+ "|SUCCESS|UNKNOWN|ServerError|ClerkApiException")));
	}

	@Test
	void filtersAreInvokedOncePerCallWithoutTheKey() {
		List<String> heard = new CopyOnWriteArrayList<>();
		this.server.answer(503, "").answer(404, "{}");
		try (ClerkBackendClient filtered = this.server.client().filter((request, next) -> {
			heard.add(request.headers().toString());
			return next.exchange(request).doOnError((ex) -> heard.add(ex.getClass().getSimpleName()));
		}).build()) {
			filtered.users().get("user_1").onErrorComplete().block(LIMIT);
		}
		assertThat(heard).hasSize(2).last().isEqualTo("NotFound");
		assertThat(heard).noneMatch((text) -> text.contains(ClerkServer.SECRET_KEY));
	}

	private ClerkBackendClient client(String url) {
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf(ClerkServer.SECRET_KEY))
			.apiUrl(url)
			.observationRegistry(this.observations)
			.build();
	}

	private void call(Mono<?> call) {
		call.block(LIMIT);
		awaitEndOfObservation();
	}

	private void fail(Mono<?> call) {
		assertThat(call.materialize().block(LIMIT)).matches((signal) -> signal.isOnError(), "is an error");
		awaitEndOfObservation();
	}

	private void awaitEndOfObservation() {
		try {
			assertThat(this.ended.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<Timer> timers() {
		return List.copyOf(this.meters.find("clerk.client.requests").timers());
	}

	private SpanData span(String name) {
		return this.spans.stream().filter((span) -> span.getName().equals(name)).findFirst().orElseThrow();
	}

	private static Map<String, String> tags(Timer timer) {
		return timer.getId().getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue));
	}

	/**
	 * The first handler is the last that hears of an end. A caller may be told sooner.
	 *
	 * @param ended released at each end
	 */
	private record EndHandler(Semaphore ended) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			this.ended.release();
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	private static final class ListExporter implements SpanExporter {

		private final List<SpanData> spans;

		private ListExporter(List<SpanData> spans) {
			this.spans = spans;
		}

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			this.spans.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
