package io.github.clerkspring.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.PathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.core.ClerkSecretKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Files as they arrive: name, media type and content, of every kind of resource. */
class UploadTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n\u0000\u0001\u00fe\u00ff\r\n--content");

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	private final AtomicInteger refusals = new AtomicInteger();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> request.receive().aggregate().asByteArray().flatMap((body) -> {
			this.bodies.add(new String(body, StandardCharsets.ISO_8859_1));
			boolean refused = this.refusals.getAndDecrement() > 0;
			return response.status(refused ? 429 : 200)
				.header("Retry-After", "0")
				.header("Content-Type", "application/json")
				.sendString(Mono.just("{\"id\":\"user_1\"}"))
				.then();
		}))
		.bindNow();

	private final ClerkBackendClient clerk = ClerkBackendClient.builder(ClerkSecretKey.valueOf("sk_test_uploads"))
		.apiUrl("http://127.0.0.1:" + this.server.port())
		.build();

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
		this.clerk.close();
		this.server.disposeNow();
	}

	static Stream<Arguments> resourcesOfPng() {
		return Stream.of(Arguments.of(new ByteArrayResource(PNG), "file.png"),
				Arguments.of(new ByteArrayResource(PNG, "a description"), "file.png"),
				Arguments.of(new InputStreamResource(new ByteArrayInputStream(PNG)), "file.png"),
				Arguments.of(named("ada.png", PNG), "ada.png"), Arguments.of(named("ada.PNG", PNG), "ada.PNG"),
				Arguments.of(named("ada.jpg", PNG), "ada.png"), Arguments.of(named("ada", PNG), "ada.png"),
				Arguments.of(named("", PNG), "file.png"), Arguments.of(named(" ", PNG), "file.png"),
				Arguments.of(named("a\r\nX-Planted: 1\".png", PNG), "a__X-Planted: 1_.png"),
				Arguments.of(named("../../etc/a.png", PNG), ".._.._etc_a.png"));
	}

	@ParameterizedTest
	@MethodSource("resourcesOfPng")
	void sendsFileNameMediaTypeAndContent(Resource resource, String filename) {
		this.clerk.users().setProfileImage("user_1", resource).block(LIMIT);
		assertThat(this.bodies).singleElement().satisfies((body) -> assertPart(body, filename, "image/png", PNG));
	}

	@Test
	void sendsFilesAndEntriesOfTheClassPath() throws IOException {
		Path file = Files.write(this.directory.resolve("ada.png"), PNG);
		for (Resource resource : List.of(new FileSystemResource(file), new PathResource(file),
				new UrlResource(file.toUri()))) {
			this.clerk.users().setProfileImage("user_1", resource).block(LIMIT);
			assertPart(this.bodies.remove(0), "ada.png", "image/png", PNG);
		}
		Resource type = new ClassPathResource("UploadTests.class", UploadTests.class);
		this.clerk.users().setProfileImage("user_1", type).block(LIMIT);
		assertPart(this.bodies.remove(0), "UploadTests.class", "application/java-vm",
				type.getInputStream().readAllBytes());
	}

	@ParameterizedTest
	@CsvSource({ "GIF87a..., image/gif, file.gif", "GIF89a..., image/gif, file.gif",
			"RIFF....WEBPVP8, image/webp, file.webp", "\u00ff\u00d8\u00ff\u00e0, image/jpeg, file.jpeg",
			"RIFF....WAVE, application/octet-stream, file", "<svg>, application/octet-stream, file",
			"GIF, application/octet-stream, file" })
	void findsTheMediaTypeFromTheContent(String content, String mediaType, String filename) {
		this.clerk.users().setProfileImage("user_1", new ByteArrayResource(bytes(content))).block(LIMIT);
		assertPart(this.bodies.get(0), filename, mediaType, bytes(content));
	}

	@Test
	void keepsTheMediaTypeOfTheNameWhenTheContentIsUnknown() {
		this.clerk.users().setProfileImage("user_1", named("a.svg", bytes("<svg/>"))).block(LIMIT);
		assertPart(this.bodies.get(0), "a.svg", "image/svg+xml", bytes("<svg/>"));
	}

	@Test
	void sendsLogosWithTheOtherFields() {
		this.clerk.organizations().uploadLogo("org_1", new ByteArrayResource(PNG), "user_1").block(LIMIT);
		this.clerk.oauthApplications().uploadLogo("oa_1", new ByteArrayResource(PNG), null).block(LIMIT);
		assertThat(this.bodies).hasSize(2).allSatisfy((body) -> assertPart(body, "file.png", "image/png", PNG));
		assertThat(this.bodies.get(0)).contains("name=\"uploader_user_id\"", "\r\n\r\nuser_1\r\n");
		assertThat(this.bodies.get(1)).doesNotContain("uploader_user_id");
	}

	@Test
	void sendsTheCompleteStreamOnRetry() {
		this.refusals.set(2);
		Resource once = new InputStreamResource(new ByteArrayInputStream(PNG));
		this.clerk.users().setProfileImage("user_1", once).block(LIMIT);
		assertThat(this.bodies).hasSize(3).allSatisfy((body) -> assertPart(body, "file.png", "image/png", PNG));
	}

	@Test
	void opensNothingBeforeTheSubscription() {
		AtomicInteger opened = new AtomicInteger();
		Mono<?> call = this.clerk.users().setProfileImage("user_1", new AbstractResource() {

			@Override
			public InputStream getInputStream() {
				opened.incrementAndGet();
				return new ByteArrayInputStream(PNG);
			}

			@Override
			public String getDescription() {
				return "counting";
			}

		});
		assertThat(opened).hasValue(0);
		call.block(LIMIT);
		assertThat(opened).hasValue(1);
	}

	@Test
	void refusesFilesLargerThanClerkAccepts() {
		InputStream large = new InputStream() {

			@Override
			public int read() {
				return 1;
			}

			@Override
			public int read(byte[] buffer, int offset, int length) {
				return length;
			}

		};
		StepVerifier.create(this.clerk.users().setProfileImage("user_1", new InputStreamResource(large)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalArgumentException.class)
				.hasMessage("file must not be larger than 10 MB"))
			.verify(LIMIT);
		assertThat(this.bodies).isEmpty();
	}

	@Test
	void failsWhenTheFileCannotBeRead() {
		Resource missing = new FileSystemResource(this.directory.resolve("missing.png"));
		StepVerifier.create(this.clerk.users().setProfileImage("user_1", missing))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(UncheckedIOException.class)
				.hasMessage("file cannot be read")
				.hasCauseInstanceOf(IOException.class))
			.verify(LIMIT);
		assertThat(this.bodies).isEmpty();
	}

	@Test
	void refusesNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.clerk.users().setProfileImage("user_1", null))
			.withMessageStartingWith("file must not be null");
	}

	private static void assertPart(String body, String filename, String mediaType, byte[] content) {
		assertThat(body).contains("Content-Disposition: form-data; name=\"file\"; filename=\"" + filename + "\"\r\n",
				"Content-Type: " + mediaType + "\r\n",
				"\r\n\r\n" + new String(content, StandardCharsets.ISO_8859_1) + "\r\n--");
		assertThat(body.substring(0, body.indexOf("\r\n\r\n"))).doesNotContain("\r\nX-Planted");
	}

	private static Resource named(@Nullable String filename, byte[] content) {
		return new ByteArrayResource(content) {

			@Override
			public @Nullable String getFilename() {
				return filename;
			}

		};
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
