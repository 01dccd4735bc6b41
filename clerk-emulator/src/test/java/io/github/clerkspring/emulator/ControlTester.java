package io.github.clerkspring.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls the control of an emulator over HTTP.
 */
final class ControlTester implements AutoCloseable {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final HttpClient client = HttpClient.newHttpClient();

	private final ClerkEmulator emulator;

	private ControlTester(ClerkEmulator emulator) {
		this.emulator = emulator;
	}

	static ControlTester start() {
		return start(ClerkEmulatorOptions.defaults());
	}

	static ControlTester start(ClerkEmulatorOptions options) {
		return new ControlTester(ClerkEmulator.start(options));
	}

	ClerkEmulator emulator() {
		return this.emulator;
	}

	JsonNode get(String path) {
		return succeeds("GET", path, null);
	}

	JsonNode post(String path, @Nullable Object body) {
		return succeeds("POST", path, body);
	}

	JsonNode put(String path, @Nullable Object body) {
		return succeeds("PUT", path, body);
	}

	JsonNode delete(String path) {
		return succeeds("DELETE", path, null);
	}

	Failure fails(int status, String method, String path, @Nullable Object body) {
		HttpResponse<String> answer = send(method, path, body);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		JsonNode error = MAPPER.readTree(answer.body()).at("/errors/0");
		return new Failure(error.get("code").asString(), error.get("long_message").asString(),
				error.at("/meta/param_name").asString());
	}

	@Override
	public void close() {
		this.emulator.close();
	}

	private JsonNode succeeds(String method, String path, @Nullable Object body) {
		HttpResponse<String> answer = send(method, path, body);
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
		return (answer.body().isEmpty()) ? MissingNode.getInstance() : MAPPER.readTree(answer.body());
	}

	private HttpResponse<String> send(String method, String path, @Nullable Object body) {
		String text = (body instanceof String plain) ? plain : (body != null) ? MAPPER.writeValueAsString(body) : "";
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.emulator.baseUrl() + "/__emulator" + path))
			.method(method, HttpRequest.BodyPublishers.ofString(text))
			.build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/**
	 * What an error answer says.
	 */
	record Failure(String code, String message, String parameter) {

	}

}
