package io.github.clerkspring.test.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Emulator of Clerk in another process, such as a container, with its address and
 * generated keys. It can run on another host.
 */
public final class RemoteClerkEmulator {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(TIMEOUT)
		.build();

	private static final JsonMapper JSON = new JsonMapper();

	private final String baseUrl;

	private final @Nullable String controlToken;

	private final JsonNode instance;

	private RemoteClerkEmulator(String baseUrl, @Nullable String controlToken) {
		this.baseUrl = baseUrl;
		this.controlToken = controlToken;
		this.instance = control("GET", "/instance", HttpRequest.BodyPublishers.noBody());
	}

	/**
	 * Connect to the emulator at the given address. The timeouts for the connection and
	 * for the response are 10 seconds each.
	 * @param baseUrl the address without trailing slash, such as
	 * {@code http://127.0.0.1:4000}
	 * @return the emulator
	 * @throws IllegalStateException if the emulator is not available
	 */
	public static RemoteClerkEmulator at(String baseUrl) {
		return new RemoteClerkEmulator(baseUrl, null);
	}

	/**
	 * Connect to the emulator at the given address with a control token. See
	 * {@link #at(String)}. A token is required if the emulator listens on interfaces
	 * other than loopback, such as in a container.
	 * @param baseUrl the address without trailing slash, such as
	 * {@code http://127.0.0.1:4000}
	 * @param controlToken the control token, which is logged by the emulator at startup
	 * or set with {@code CLERK_EMULATOR_CONTROL_TOKEN}
	 * @return the emulator
	 * @throws IllegalStateException if the emulator is not available or rejects the token
	 */
	public static RemoteClerkEmulator at(String baseUrl, @Nullable String controlToken) {
		return new RemoteClerkEmulator(baseUrl, controlToken);
	}

	/**
	 * Return the base URL of the emulator. The Backend API has the path {@code /v1}.
	 * @return the URL without trailing slash
	 */
	public String baseUrl() {
		return this.baseUrl;
	}

	/**
	 * Return the secret key for the Backend API of the emulator. It is not valid for real
	 * instances.
	 * @return the secret key
	 */
	public String secretKey() {
		return text("secret_key");
	}

	/**
	 * Return the publishable key, which contains the host of the issuer.
	 * @return the publishable key
	 */
	public String publishableKey() {
		return text("publishable_key");
	}

	/**
	 * Return the issuer of all tokens.
	 * @return the issuer
	 */
	public String issuer() {
		return text("issuer");
	}

	/**
	 * Return the URL of the public key set.
	 * @return the URL
	 */
	public String jwksUrl() {
		return this.baseUrl + URI.create(text("jwks_url")).getPath();
	}

	/**
	 * Create a signed session token.
	 * @param userId the id of the user
	 * @param organizationId the id of the active organization, or {@code null}
	 * @return the token
	 * @throws IllegalStateException if the emulator rejects the request, with the reason
	 */
	public String sessionToken(String userId, @Nullable String organizationId) {
		Map<String, Object> fields = new LinkedHashMap<>(Map.of("user_id", userId));
		if (organizationId != null) {
			fields.put("organization_id", organizationId);
		}
		return token("session", fields);
	}

	/**
	 * Create a valid or invalid token of any kind.
	 * @param kind {@code session}, {@code template}, {@code machine}, {@code oauth} or
	 * {@code api_key}
	 * @param fields the fields of the emulator's {@code POST /__emulator/tokens/{kind}},
	 * such as {@code user_id} or {@code expired}
	 * @return the token
	 * @throws IllegalStateException if the emulator rejects the request, with the reason
	 */
	public String token(String kind, Map<String, ?> fields) {
		return text(post("/tokens/" + kind, JSON.writeValueAsString(fields)), "token");
	}

	/**
	 * Add the data of a seed file to the emulator.
	 * @param yaml the content of a seed file in YAML
	 * @throws IllegalStateException if the emulator rejects the request, with the reason
	 */
	public void seed(String yaml) {
		post("/seed", yaml);
	}

	/**
	 * Reset the resources, requests, faults, keys and clock of the emulator.
	 */
	public void reset() {
		post("/reset", "");
	}

	private JsonNode post(String path, String body) {
		return control("POST", path, HttpRequest.BodyPublishers.ofString(body));
	}

	private String text(String field) {
		return text(this.instance, field);
	}

	private String text(JsonNode answer, String field) {
		String text = answer.path(field).asString("");
		if (text.isEmpty()) {
			throw new IllegalStateException("What answers at " + this.baseUrl
					+ " is no emulator of Clerk that this version understands: its answer has no " + field);
		}
		return text;
	}

	private JsonNode control(String method, String path, HttpRequest.BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.baseUrl + "/__emulator" + path))
			.method(method, body)
			.header("Content-Type", "application/json")
			.timeout(TIMEOUT);
		if (this.controlToken != null) {
			request.header("Authorization", "Bearer " + this.controlToken);
		}
		HttpResponse<String> response = send(request.build());
		if (response.statusCode() >= 300) {
			throw new IllegalStateException("The emulator of Clerk at %s refuses %s %s with status %d: %s"
				.formatted(this.baseUrl, method, path, response.statusCode(), reason(response.body())));
		}
		return (response.statusCode() != 204) ? read(response.body()) : JSON.nullNode();
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException("Nothing answers at " + this.baseUrl, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the emulator at " + this.baseUrl, ex);
		}
	}

	private String reason(String answer) {
		return read(answer).path("errors").path(0).path("long_message").asString("no reason given");
	}

	private JsonNode read(String json) {
		try {
			return JSON.readTree(json);
		}
		catch (JacksonException ex) {
			throw new IllegalStateException("No emulator of Clerk is at " + this.baseUrl + ": the answer is not JSON",
					ex);
		}
	}

	@Override
	public String toString() {
		return "RemoteClerkEmulator[" + this.baseUrl + "]";
	}

}
