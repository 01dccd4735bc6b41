package io.github.clerkspring.client;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkServer.Answer;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.user.UpdateUserRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A repeated call sends the body that its first attempt sent, whatever it was read from.
 */
class RepeatedBodyTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String TEXT = "body ".repeat(2_000);

	private static final Answer LIMITED = new Answer(429, "application/json", "", Map.of("Retry-After", "0"));

	private final ClerkServer server = new ClerkServer().answer(LIMITED).answer(LIMITED).answer(200, "{}");

	@AfterEach
	void close() {
		this.server.close();
	}

	static Stream<Arguments> bodies() {
		return Stream.of(
				body("image of bytes",
						(clerk, file) -> clerk.users().setProfileImage("user_1", new ByteArrayResource(bytes()))),
				body("image of a stream", (clerk, file) -> clerk.users().setProfileImage("user_1", stream())),
				body("image of a file",
						(clerk, file) -> clerk.users().setProfileImage("user_1", new FileSystemResource(file))),
				body("fields",
						(clerk, file) -> clerk.users().update("user_1", UpdateUserRequest.create().firstName(TEXT))),
				body("text", (clerk, file) -> post(clerk).bodyValue(TEXT).retrieve().toBodilessEntity()),
				body("stream", (clerk,
						file) -> post(clerk).body(BodyInserters.fromResource(stream())).retrieve().toBodilessEntity()),
				body("publisher that can be read once", (clerk, file) -> post(clerk)
					.body(Flux.fromStream(Stream.of("body ".repeat(1_000), "body ".repeat(1_000))), String.class)
					.retrieve()
					.toBodilessEntity()),
				body("buffers",
						(clerk, file) -> post(clerk)
							.body(BodyInserters.fromDataBuffers(
									Flux.fromStream(Stream.of(DefaultDataBufferFactory.sharedInstance.wrap(bytes())))))
							.retrieve()
							.toBodilessEntity()),
				body("multipart", (clerk, file) -> {
					MultipartBodyBuilder parts = new MultipartBodyBuilder();
					parts.part("file", stream()).filename("image.png");
					return post(clerk).contentType(MediaType.MULTIPART_FORM_DATA)
						.body(BodyInserters.fromMultipartData(parts.build()))
						.retrieve()
						.toBodilessEntity();
				}));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void theWholeBodyIsSentAgain(BiFunction<ClerkBackendClient, Path, Mono<?>> call, @TempDir Path directory)
			throws Exception {
		Path file = Files.write(directory.resolve("image.png"), bytes());
		try (ClerkBackendClient clerk = this.server.client().build()) {
			StepVerifier.create(call.apply(clerk, file)).expectNextCount(1).expectComplete().verify(LIMIT);
			assertThat(this.server.requests()).hasSize(3).allSatisfy((request) -> {
				assertThat(request.body()).contains(TEXT).isEqualTo(this.server.requests().get(0).body());
				assertThat(request.headers().get("content-type"))
					.isEqualTo(this.server.requests().get(0).headers().get("content-type"));
			});
		}
	}

	@Test
	void aBodyBeyondTheLimitIsNotSentAgain() {
		try (ClerkBackendClient clerk = this.server.client().maxInMemorySize(1_000).build()) {
			StepVerifier.create(clerk.users().setProfileImage("user_1", stream()))
				.expectError(ClerkApiException.RateLimited.class)
				.verify(LIMIT);
			assertThat(this.server.requests()).hasSize(1);
			assertThat(this.server.requests().get(0).body()).contains(TEXT);
		}
	}

	@Test
	void refusalBeforeTheBodyIsReadIsReported() {
		DisposableServer hasty = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> response.status(429).header("Retry-After", "0").send())
			.bindNow();
		try (ClerkBackendClient clerk = this.server.client().apiUrl("http://127.0.0.1:" + hasty.port()).build()) {
			Resource large = new InputStreamResource(new ByteArrayInputStream(new byte[6 * 1024 * 1024]));
			StepVerifier.create(clerk.users().setProfileImage("user_1", large))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfAny(ClerkApiException.RateLimited.class,
						WebClientRequestException.class))
				.verify(LIMIT);
		}
		finally {
			hasty.disposeNow();
		}
	}

	@Test
	void aBodyThatFailsIsNotSentAgain() {
		try (ClerkBackendClient clerk = this.server.client().build()) {
			StepVerifier
				.create(clerk.webClient()
					.put()
					.uri("/things")
					.body(Flux.just(TEXT).concatWith(Mono.error(new IllegalStateException("no more"))), String.class)
					.retrieve()
					.toBodilessEntity())
				.expectErrorSatisfies((ex) -> assertThat(ex).hasMessage("no more"))
				.verify(LIMIT);
		}
	}

	private static WebClient.RequestBodySpec post(ClerkBackendClient clerk) {
		return clerk.webClient().post().uri("/things").contentType(MediaType.TEXT_PLAIN);
	}

	private static Resource stream() {
		return new InputStreamResource(new ByteArrayInputStream(bytes()));
	}

	private static byte[] bytes() {
		return TEXT.getBytes(StandardCharsets.US_ASCII);
	}

	private static Arguments body(String name, BiFunction<ClerkBackendClient, Path, Mono<?>> call) {
		return Arguments.of(Named.of(name, call));
	}

}
