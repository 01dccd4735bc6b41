package io.github.clerkspring.client;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.client.user.UserMetadataRequest;
import io.github.clerkspring.client.user.UserQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Metadata that end users write, over HTTP: whatever 8 KB can hold is read, and hides
 * neither the other users of its page nor those of later pages.
 */
class HostileMetadataTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int SIZE = 8192;

	private final List<String> bodies = new ArrayList<>();

	private final List<String> received = new ArrayList<>();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.route((routes) -> routes
			.get("/v1/users/{id}",
					(request, response) -> response.header("Content-Type", "application/json")
						.sendString(Mono.just(this.bodies.get(Integer.parseInt(request.param("id"))))))
			.get("/v1/machines/{id}",
					(request, response) -> response.header("Content-Type", "application/json")
						.sendString(Mono.just(this.bodies.get(Integer.parseInt(request.param("id"))))))
			.get("/v1/refused/{id}",
					(request, response) -> response.status(422)
						.header("Content-Type", "application/json")
						.sendString(Mono.just(this.bodies.get(Integer.parseInt(request.param("id"))))))
			.get("/v1/users",
					(request, response) -> response.header("Content-Type", "application/json")
						.sendString(Mono.just(this.bodies.get(0))))
			.put("/v1/users/{id}/metadata",
					(request, response) -> request.receive().aggregate().asString().flatMap((body) -> {
						this.received.add(body);
						return response.header("Content-Type", "application/json")
							.sendString(Mono.just(user("user_1", "{}")))
							.then();
					})))
		.bindNow();

	private final ClerkBackendClient clerk = ClerkBackendClient.builder(ClerkSecretKey.valueOf("sk_test_hostile"))
		.apiUrl("http://127.0.0.1:" + this.server.port())
		.build();

	@AfterEach
	void close() {
		this.clerk.close();
		this.server.disposeNow();
	}

	static Stream<Named<String>> oddMetadata() {
		return Stream.of(named("500 arrays", nested("[", "1", "]", 500)),
				named("4,096 arrays", "{\"a\":" + "[".repeat(4096) + "]".repeat(4096) + "}"),
				named("9,000 arrays", nested("[", "", "]", 9000)),
				named("1,365 objects", nested("{\"a\":", "1", "}", 1365)),
				named("4,000 objects", nested("{\"a\":", "1", "}", 4000)),
				named("number of 1,001 digits", "{\"a\":" + "9".repeat(1001) + "}"),
				named("number of 8,186 digits", "{\"a\":-" + "9".repeat(SIZE - 7) + "}"),
				named("fraction of 8,184 digits", "{\"a\":0." + "1".repeat(SIZE - 8) + "}"),
				named("exponent of 8,184 digits", "{\"a\":1e" + "9".repeat(SIZE - 8) + "}"),
				named("small exponent of 8,183 digits", "{\"a\":1e-" + "9".repeat(SIZE - 9) + "}"),
				named("1e400", "{\"a\":1e400,\"b\":-1e1000000000,\"c\":1e-1000000000}"),
				named("name of 8,188 characters", "{\"" + "n".repeat(SIZE - 6) + "\":1}"),
				named("text of 8,184 characters", "{\"a\":\"" + "n".repeat(SIZE - 8) + "\"}"),
				named("2,000 members", members(IntStream.range(0, 2000).mapToObj(Integer::toString).toList())),
				named("same member twice", "{\"a\":1,\"a\":[2],\"a\":{\"a\":3}}"),
				named("NUL", "{\"\\u0000\":\"\\u0000\"}"), named("empty name", "{\"\":\"\"}"),
				named("lone surrogates", "{\"\\ud800\":\"\\udc00\\ud800\"}"),
				named("names of fields", "{\"id\":1,\"data\":[null],\"total_count\":1e99,\"created_at\":\"never\"}"),
				named("class names", "{\"@class\":\"java.lang.Runtime\",\"__proto__\":{\"x\":1}}"),
				named("names that collide as bytes", members(byteCollisions(0))),
				named("names that collide as characters", members(charCollisions(0))));
	}

	@ParameterizedTest
	@MethodSource("oddMetadata")
	void unusualUserDoesNotHideOthersOfItsPage(String metadata) {
		this.bodies.add(page(metadata));
		Page<User> page = this.clerk.users().list(UserQuery.create().limit(100)).block(LIMIT);
		assertThat(page.data()).hasSize(100).extracting(User::id).doesNotHaveDuplicates().doesNotContainNull();
		assertThat(page.data().get(50).unsafeMetadata()).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("oddMetadata")
	void unusualUserDoesNotHideOthersOfItsStream(String metadata) {
		assumeThat(metadata).as("Jackson's streaming parser refuses these names").doesNotContain("\"\\ud800\":");
		this.bodies.add(page(metadata));
		Flux<User> users = this.clerk.webClient().get().uri("/users").retrieve().bodyToFlux(User.class);
		assertThat(users.map(User::id).collectList().block(LIMIT)).hasSize(100).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("oddMetadata")
	void unusualMetadataIsReadComparedPrintedAndWritten(String metadata) {
		this.bodies.add(user("user_1", metadata));
		User user = this.clerk.users().get("0").block(LIMIT);
		User same = this.clerk.users().get("0").block(LIMIT);
		assertThat(user.equals(same)).isTrue();
		assertThat(user.hashCode()).isEqualTo(same.hashCode());
		assertThat(user.toString()).isNotEmpty();
		assertThat(user.unsafeMetadata().toString()).isEqualTo(same.unsafeMetadata().toString());
		UserMetadataRequest request = UserMetadataRequest.create().unsafeMetadata(user.unsafeMetadata());
		assertThat(request).isEqualTo(UserMetadataRequest.create().unsafeMetadata(same.unsafeMetadata()))
			.hasSameHashCodeAs(UserMetadataRequest.create().unsafeMetadata(same.unsafeMetadata()));
		this.clerk.users().replaceMetadata("user_1", request).block(LIMIT);
		assertThat(this.received).hasSize(1).allMatch((body) -> body.startsWith("{\"unsafe_metadata\":{"));
	}

	@Test
	void deepMetadataIsWrittenAsItWasRead() {
		String metadata = "{\"a\":" + "[".repeat(4000) + "{\"b\":[1.50,\"\\n\",null]}" + "]".repeat(4000) + "}";
		this.bodies.add(user("user_1", metadata));
		User user = this.clerk.users().get("0").block(LIMIT);
		UserMetadataRequest request = UserMetadataRequest.create().unsafeMetadata(user.unsafeMetadata());
		this.clerk.users().replaceMetadata("user_1", request).block(LIMIT);
		assertThat(this.received).containsExactly("{\"unsafe_metadata\":" + metadata + "}");
	}

	@Test
	void valuesOfMetadataHavePlainTypes() {
		this.bodies.add(user("user_1", """
				{"int":1,"long":3000000000,"big":12345678901234567890,"double":1.5,"over":1e400,"under":-1e1000000000,
				"tiny":1e-1000000000,"text":"a","yes":true,"no":false,"none":null,"list":[1,[2]],"map":{"a":{}}}"""));
		Map<String, Object> metadata = this.clerk.users().get("0").block(LIMIT).unsafeMetadata();
		assertThat(metadata).containsEntry("int", 1)
			.containsEntry("long", 3_000_000_000L)
			.containsEntry("big", new BigInteger("12345678901234567890"))
			.containsEntry("double", 1.5)
			.containsEntry("over", Double.POSITIVE_INFINITY)
			.containsEntry("under", Double.NEGATIVE_INFINITY)
			.containsEntry("tiny", 0.0)
			.containsEntry("text", "a")
			.containsEntry("yes", true)
			.containsEntry("no", false)
			.containsEntry("none", null)
			.containsEntry("list", List.of(1, List.of(2)))
			.containsEntry("map", Map.of("a", Map.of()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 20_000, 100_000, 1_000_000 })
	void refusesMetadataThatClerkCannotStore(int levels) {
		this.bodies.add(user("user_1", nested("[", "", "]", levels)));
		this.bodies.add(user("user_1", "{}").replace("\"object\"", "\"added_later\":" + "[".repeat(levels)));
		for (String id : List.of("0", "1")) {
			StepVerifier.create(this.clerk.users().get(id))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ClerkApiException.class)
					.hasMessageStartingWith("users.get: 200"))
				.verify(LIMIT);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 6_000, 50_000 })
	void recordsThatContainThemselvesAreRefusedWhenTooDeep(int levels) {
		this.bodies.add("{\"scoped_machines\":[".repeat(levels) + "]}".repeat(levels));
		StepVerifier.create(this.clerk.machines().get("0"))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ClerkApiException.class)
				.hasMessageStartingWith("machines.get: 200"))
			.verify(LIMIT);
	}

	@Test
	void collidingNamesDoNotAffectLaterResponses() {
		for (int i = 0; i < 60; i++) {
			this.bodies.add(user("user_1", members(byteCollisions(i))));
			this.bodies.add(user("user_1", members(charCollisions(i))));
			this.bodies.add("{\"errors\":[{\"code\":\"c\",\"meta\":" + members(byteCollisions(i)) + "}]}");
		}
		this.bodies.add(user("user_good", "{\"theme\":\"dark\"}"));
		String good = Integer.toString(this.bodies.size() - 1);
		List<String> ids = Flux.range(0, 6000)
			.flatMap((i) -> (i % 3 != 2) ? read(Integer.toString(i % 180)).map(User::id)
					: refused(Integer.toString(i % 180)), 16)
			.concatWith(Flux.range(0, 500).flatMap((i) -> read(good).map(User::id), 16))
			.collectList()
			.block(LIMIT);
		assertThat(ids).hasSize(6500);
		assertThat(ids.subList(0, 6000)).containsOnly("user_1", "c");
		assertThat(ids.subList(6000, 6500)).containsOnly("user_good");
	}

	@Test
	void validResponsesAreReadConcurrentlyWithCollidingNames() {
		for (int i = 0; i < 40; i++) {
			this.bodies.add(user("user_1", members((i % 2 == 0) ? byteCollisions(i) : charCollisions(i))));
		}
		this.bodies.add(user("user_good", "{\"theme\":\"dark\",\"sizes\":[1,2,3]}"));
		User expected = read("40").block(LIMIT);
		List<User> users = Flux.range(0, 4000)
			.flatMap((i) -> (i % 2 == 0) ? read("40") : raw(Integer.toString(i % 40)), 16)
			.filter((user) -> !user.id().equals("user_1"))
			.collectList()
			.block(LIMIT);
		assertThat(users).hasSize(2000).containsOnly(expected);
	}

	private Mono<User> read(String id) {
		return this.clerk.users().get(id);
	}

	private Flux<User> raw(String id) {
		return this.clerk.webClient().get().uri("/users/{id}", id).retrieve().bodyToFlux(User.class);
	}

	private Mono<String> refused(String id) {
		return this.clerk.webClient()
			.get()
			.uri("/refused/{id}", id)
			.retrieve()
			.bodyToMono(String.class)
			.onErrorResume(ClerkApiException.class, (ex) -> Mono.justOrEmpty(ex.errors().get(0).code()));
	}

	private static Named<String> named(String name, String metadata) {
		return Named.of(name, metadata);
	}

	private static String nested(String open, String core, String close, int levels) {
		return "{\"a\":" + open.repeat(levels) + core + close.repeat(levels) + "}";
	}

	private static String members(List<String> names) {
		return names.stream().map((name) -> "\"" + name + "\":1").collect(Collectors.joining(",", "{", "}"));
	}

	/** Names whose hash is the same for each seed where characters are hashed by 33. */
	private static List<String> charCollisions(int number) {
		return IntStream.range(0, 240)
			.mapToObj((i) -> IntStream.range(0, 14)
				.mapToObj((bit) -> (((i + number * 240) >> bit) % 2 == 0) ? "Ab" : "BA")
				.collect(Collectors.joining()))
			.toList();
	}

	/** Names of which Jackson adds up the words after the third, in whatever order. */
	private static List<String> byteCollisions(int number) {
		return IntStream.range(0, 160).mapToObj((i) -> "AbBAAbBAAbBA" + permutation(i + number * 160)).toList();
	}

	private static String permutation(int number) {
		List<String> words = new ArrayList<>(List.of("AbAb", "AbBA", "BAAb", "BABA", "aBaB", "aBAb", "BaAb", "BaBa"));
		StringBuilder permutation = new StringBuilder();
		for (int rest = number, left = words.size(); left > 0; rest /= left, left--) {
			permutation.append(words.remove(rest % left));
		}
		return permutation.toString();
	}

	private static String page(String metadata) {
		return IntStream.range(0, 100)
			.mapToObj((i) -> user("user_" + i, (i == 50) ? metadata : "{\"n\":" + i + "}"))
			.collect(Collectors.joining(",", "[", "]"));
	}

	private static String user(String id, String metadata) {
		return "{\"object\":\"user\",\"unsafe_metadata\":" + metadata + ",\"id\":\"" + id
				+ "\",\"created_at\":1700000000000,\"updated_at\":1700000000000}";
	}

}
