package io.github.clerkspring.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.clerkspring.emulator.http.HttpListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HttpListener}, with requests that clients seldom send.
 */
class HttpListenerTests {

	private static final int TOO_LARGE = 16 * 1024 * 1024 + 1;

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final HttpClient client = HttpClient.newHttpClient();

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@Test
	void takesAHundredIdsInOneAddress() throws Exception {
		String ids = IntStream.range(0, 100)
			.mapToObj((i) -> "user_id=" + this.clerk.users().create("ada" + i + "@example.com"))
			.collect(Collectors.joining("&"));
		HttpResponse<String> answer = send(request("/v1/users?limit=100&" + ids).build());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body().split("\"object\":\"user\"")).hasSize(101);
	}

	@Test
	void refusesWhatIsTooLarge() throws Exception {
		HttpRequest request = request("/v1/users").expectContinue(true)
			.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[TOO_LARGE]))
			.build();
		HttpResponse<String> refused = send(request);
		assertThat(refused.statusCode()).isEqualTo(413);
		assertThat(refused.body()).contains("\"code\":\"request_body_too_large\"").contains("clerk_trace_id");
	}

	@Test
	void answersHeadWithoutBody() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.clerk.baseUrl() + "/"))
			.method("HEAD", HttpRequest.BodyPublishers.noBody())
			.build();
		HttpResponse<String> answer = send(request);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow()).isPositive();
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void takesCharactersThatAnAddressShouldNotHave() throws Exception {
		assertThat(exchange("GET /v1/users?query=a|b[c] HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
				+ this.clerk.secretKey() + "\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 200 ");
	}

	@Test
	void refusesWhatCannotBeDecoded() throws Exception {
		assertThat(exchange("GET /v1/users?query=%zz HTTP/1.1\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 400 ")
			.contains("request_invalid");
		assertThat(exchange("GET /v1/users HTTP/1.1\r\nAuthori zation: x\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 400 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?x=1", "", "x", "v1/users", "*", "//%zz", "/v1/%", "/v1/users/%zz", "localhost:4000",
			"http://", "http://?x=1", "ftp://localhost/", "/v1/users?a=%", "#", "\\v1" })
	void refusesTargetsThatAreNoPaths(String target) throws Exception {
		for (String method : List.of("GET", "POST", "OPTIONS", "CONNECT")) {
			assertThat(exchange(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
					+ "Connection: close\r\n\r\n"))
				.as(method)
				.startsWith("HTTP/1.1 400 ")
				.contains("request_invalid");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Host: localhost\r\nHost: evil.example\r\n",
			"Host: localhost\r\nOrigin: http://localhost\r\nOrigin: http://evil.example\r\n" })
	void refusesRequestWithoutOneHostAndAtMostOneOrigin(String headers) throws Exception {
		assertThat(exchange("GET /v1/users HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 400 ");
	}

	@Test
	void takesAbsoluteTargetOfTheSameHost() throws Exception {
		assertThat(exchange(absolute("http://localhost:4000/__emulator/health"))).startsWith("HTTP/1.1 200 ");
		assertThat(exchange(absolute("http://localhost:4000?x=1"))).startsWith("HTTP/1.1 200 ");
		assertThat(exchange(absolute("http://evil.example/__emulator/health"))).startsWith("HTTP/1.1 400 ");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void saysThatItFailed(CapturedOutput output) throws Exception {
		try (HttpListener failing = HttpListener.open("127.0.0.1", 0, (call) -> {
			throw new IllegalStateException("secret");
		})) {
			HttpResponse<String> answer = send(
					HttpRequest.newBuilder(URI.create(failing.url() + "/?key=hidden")).build());
			assertThat(answer.statusCode()).isEqualTo(500);
			assertThat(answer.body()).contains("internal_clerk_error").doesNotContain("secret");
			assertThat(output).contains("ERROR", "The emulator failed at GET /", "IllegalStateException: secret")
				.doesNotContain("hidden");
		}
	}

	@Test
	void closesItsConnections() throws Exception {
		try (Socket socket = socket()) {
			socket.getOutputStream()
				.write("GET /v1/users HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			InputStream answer = socket.getInputStream();
			assertThat(answer.read()).isEqualTo('H');
			this.clerk.close();
			assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8)).startsWith("TTP/1.1 401 ");
		}
	}

	@Test
	void saysWhereItCannotListen() {
		int port = URI.create(this.clerk.baseUrl()).getPort();
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> ClerkEmulator.start(ClerkEmulatorOptions.defaults().port(port)))
			.withMessage("Cannot listen at 127.0.0.1:" + port)
			.withCauseInstanceOf(BindException.class);
	}

	@Test
	void answersHeadAsGetWithoutBody() throws Exception {
		this.clerk.users().create("ada@example.com");
		HttpResponse<String> get = send(request("/v1/users").build());
		HttpResponse<String> head = send(
				request("/v1/users").method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValue("Content-Length")).isEqualTo(get.headers().firstValue("Content-Length"));
		assertThat(send(request("/v1/users/none").method("HEAD", HttpRequest.BodyPublishers.noBody()).build())
			.statusCode()).isEqualTo(404);
	}

	@Test
	void answersPipelinedRequestsInOrder() throws Exception {
		this.clerk.failNext(Fault.slow(Duration.ofMillis(200)).on("GET /users"));
		String key = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + this.clerk.secretKey();
		String responses = exchange("GET /v1/users" + key + "\r\n\r\nGET /v1/organizations" + key
				+ "\r\n\r\nGET /v1/users/count" + key + "\r\nConnection: close\r\n\r\n");
		assertThat(responses).containsSubsequence("[]", "\"data\":[]", "\"object\":\"total_count\"");
	}

	private String exchange(String request) throws IOException {
		try (Socket socket = socket()) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static String absolute(String target) {
		return "GET " + target + " HTTP/1.1\r\nHost: localhost:4000\r\nConnection: close\r\n\r\n";
	}

	private Socket socket() throws IOException {
		Socket socket = new Socket("127.0.0.1", URI.create(this.clerk.baseUrl()).getPort());
		socket.setSoTimeout(20_000);
		return socket;
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.clerk.baseUrl() + path))
			.header("Authorization", "Bearer " + this.clerk.secretKey());
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
