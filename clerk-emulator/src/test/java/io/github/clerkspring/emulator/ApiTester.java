package io.github.clerkspring.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import io.github.clerkspring.emulator.openapi.Specification;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls an emulator over HTTP and holds each answer against Clerk's specification, if it
 * is there.
 */
public final class ApiTester implements AutoCloseable {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final String CONTROL = "/__emulator/";

	private final HttpClient client = HttpClient.newHttpClient();

	private final ClerkEmulator emulator = ClerkEmulator.start();

	private String key = this.emulator.secretKey();

	private ApiTester() {
	}

	public static ApiTester start() {
		return new ApiTester();
	}

	public ClerkEmulator emulator() {
		return this.emulator;
	}

	public JsonNode get(String path) {
		return succeeds("GET", path, null);
	}

	public JsonNode post(String path, @Nullable Object body) {
		return succeeds("POST", path, body);
	}

	public JsonNode put(String path, @Nullable Object body) {
		return succeeds("PUT", path, body);
	}

	public JsonNode patch(String path, @Nullable Object body) {
		return succeeds("PATCH", path, body);
	}

	public JsonNode delete(String path) {
		return succeeds("DELETE", path, null);
	}

	/**
	 * Calls and expects a good answer.
	 * @param method the verb
	 * @param path the path below {@code /v1}, or one of the control
	 * @param body the body as it is sent, or null
	 * @return the answer
	 */
	public JsonNode call(String method, String path, @Nullable String body) {
		HttpResponse<String> answer = send(request(path).header("Content-Type", "application/json"), method, body);
		if (!path.startsWith(CONTROL)) {
			return expectGood(answer);
		}
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
		return tree(answer);
	}

	/**
	 * Lets the following calls present another key than that of the instance.
	 * @param key what follows {@code Bearer}
	 * @return this tester
	 */
	public ApiTester as(String key) {
		this.key = key;
		return this;
	}

	/**
	 * Calls and expects an error.
	 * @param status the expected status
	 * @param code the expected code
	 * @param method the verb
	 * @param path the path below {@code /v1}
	 * @param body the body, or null
	 */
	public void fails(int status, String code, String method, String path, @Nullable Object body) {
		HttpResponse<String> answer = send(request(path).header("Content-Type", "application/json"), method,
				(body != null) ? MAPPER.writeValueAsString(body) : null);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		JsonNode tree = check(answer);
		assertThat(tree.at("/errors/0/code").asString()).isEqualTo(code);
	}

	/**
	 * Uploads a file with fields as a form.
	 * @param method the verb
	 * @param path the path below {@code /v1}
	 * @return the answer
	 */
	public JsonNode upload(String method, String path) {
		return expectGood(send(form(path), method, part("GIF89a")));
	}

	/**
	 * Uploads a file and expects that it is refused.
	 * @param status the expected status
	 * @param code the expected code
	 * @param method the verb
	 * @param path the path below {@code /v1}
	 * @param content the file
	 */
	public void refusesUpload(int status, String code, String method, String path, String content) {
		HttpResponse<String> response = send(form(path), method, part(content));
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(check(response).at("/errors/0/code").asString()).isEqualTo(code);
	}

	private HttpRequest.Builder form(String path) {
		return request(path).header("Content-Type", "multipart/form-data; boundary=B");
	}

	private static String part(String content) {
		return "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.gif\"\r\n"
				+ "Content-Type: image/gif\r\n\r\n" + content + "\r\n--B--\r\n";
	}

	/**
	 * Begins a request with the present key.
	 * @param path the path below {@code /v1}
	 * @return the builder
	 */
	public HttpRequest.Builder request(String path) {
		String prefix = (path.startsWith(CONTROL)) ? "" : "/v1";
		return HttpRequest.newBuilder(URI.create(this.emulator.baseUrl() + prefix + path))
			.header("Authorization", "Bearer " + this.key);
	}

	/**
	 * Sends a request and checks the answer.
	 * @param request the request
	 * @param method the verb
	 * @param body the body, or null
	 * @return the answer
	 */
	public HttpResponse<String> send(HttpRequest.Builder request, String method, @Nullable String body) {
		HttpRequest.BodyPublisher publisher = (body != null) ? HttpRequest.BodyPublishers.ofString(body)
				: HttpRequest.BodyPublishers.noBody();
		try {
			return this.client.send(request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		this.emulator.close();
	}

	private JsonNode succeeds(String method, String path, @Nullable Object body) {
		return expectGood(send(request(path).header("Content-Type", "application/json"), method,
				(body != null) ? MAPPER.writeValueAsString(body) : null));
	}

	private JsonNode expectGood(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
		return check(answer);
	}

	private JsonNode check(HttpResponse<String> answer) {
		JsonNode tree = tree(answer);
		RecordedRequest request = this.emulator.requests().get(this.emulator.requests().size() - 1);
		String operation = request.operation();
		if (Specification.isAvailable() && operation != null && !request.query().containsKey("paginated")) {
			String version = request.query()
				.getOrDefault("__clerk_api_version", List.of())
				.stream()
				.findFirst()
				.orElse(null);
			assertThat(
					Specification.check(version, operation, answer.statusCode(), (tree.isMissingNode()) ? null : tree))
				.as(operation + " answered " + answer.body())
				.isEmpty();
		}
		return tree;
	}

	private static JsonNode tree(HttpResponse<String> answer) {
		if (answer.body().isEmpty()) {
			return MissingNode.getInstance();
		}
		boolean json = answer.headers().firstValue("Content-Type").orElse("").equals("application/json");
		return (json) ? MAPPER.readTree(answer.body()) : JsonMapper.shared().valueToTree(answer.body());
	}

}
