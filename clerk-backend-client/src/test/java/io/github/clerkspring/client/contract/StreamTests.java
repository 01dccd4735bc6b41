package io.github.clerkspring.client.contract;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.ClassUtils;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.PageQuery;

import static org.assertj.core.api.Assertions.assertThat;

/** Every stream of the client, over HTTP. */
class StreamTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static RecordingServer server;

	private static ClerkBackendClient clerk;

	@BeforeAll
	static void start() {
		server = new RecordingServer();
		clerk = ClerkBackendClient.builder(ClerkSecretKey.valueOf("sk_test_streams")).apiUrl(server.url()).build();
	}

	@AfterAll
	static void stop() {
		clerk.close();
		server.close();
	}

	static Stream<StreamMethod> streams() {
		return ClientOperation.accessors()
			.stream()
			.flatMap((accessor) -> Arrays.stream(accessor.getReturnType().getMethods())
				.filter((method) -> method.getReturnType() == Flux.class)
				.map((method) -> new StreamMethod(accessor, method)));
	}

	@ParameterizedTest
	@MethodSource("streams")
	void asksForPagesOfOneHundred(StreamMethod method) {
		server.answerWith(new RecordingServer.Answer(200, "application/json", "{\"data\":[],\"total_count\":0}"));
		StepVerifier.create(method.call(clerk, method.query())).expectComplete().verify(TIMEOUT);
		UriComponentsBuilder request = UriComponentsBuilder.fromUriString(server.request().uri());
		assertThat(request.build().getQueryParams().get("limit")).containsExactly("100");
		assertThat(request.build().getQueryParams().getOrDefault("paginated", List.of()))
			.isEqualTo(method.knowsPaginated() ? List.of("true") : List.of());
	}

	@ParameterizedTest
	@MethodSource("streams")
	void endsWhenTheServerReturnsAllItemsAtOnce(StreamMethod method) {
		List<?> items = IntStream.range(0, 101).mapToObj((i) -> AnswerOfType.of(method.itemType())).toList();
		server.answerWith(
				new RecordingServer.Answer(200, "application/json", new JsonMapper().writeValueAsString(items)));
		StepVerifier.create(method.call(clerk, method.query()))
			.expectErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class).hasMessageContaining("101 items"))
			.verify(TIMEOUT);
	}

	@ParameterizedTest
	@MethodSource("streams")
	void endsWhenTheServerReturnsTheSamePageRepeatedly(StreamMethod method) {
		Object item = AnswerOfType.of(method.itemType());
		server.answerWith(new RecordingServer.Answer(200, "application/json",
				new JsonMapper().writeValueAsString(List.of(item, item, item))));
		StepVerifier.create(method.call(clerk, method.query().limit(3)).then())
			.expectError(IllegalStateException.class)
			.verify(TIMEOUT);
	}

	@ParameterizedTest
	@MethodSource("streams")
	void listsUseTheDefaultLimitOfClerk(StreamMethod method) {
		assertThat(method.query().fields()).doesNotContainKey("limit");
	}

	record StreamMethod(Method accessor, Method method) {

		PageQuery<?> query() {
			Method create = ClassUtils.getMethod(queryType(), "create", (Class<?>[]) null);
			return (PageQuery<?>) new Samples().call(null, create);
		}

		boolean knowsPaginated() {
			return ClassUtils.hasMethod(queryType(), "paginated", boolean.class);
		}

		Class<?> itemType() {
			return (Class<?>) ((ParameterizedType) this.method.getGenericReturnType()).getActualTypeArguments()[0];
		}

		Flux<?> call(ClerkBackendClient client, PageQuery<?> query) {
			@Nullable Object[] arguments = Arrays.stream(this.method.getParameterTypes())
				.map((type) -> (type == String.class) ? "id_1" : query)
				.toArray();
			return (Flux<?>) Samples.invoke(Samples.invoke(client, this.accessor), this.method, arguments);
		}

		private Class<?> queryType() {
			return Arrays.stream(this.method.getParameterTypes())
				.filter(PageQuery.class::isAssignableFrom)
				.findFirst()
				.orElseThrow();
		}

		@Override
		public String toString() {
			return this.accessor.getName() + "()." + this.method.getName();
		}

	}

}
