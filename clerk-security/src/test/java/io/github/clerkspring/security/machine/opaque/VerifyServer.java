package io.github.clerkspring.security.machine.opaque;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.security.attack.TestClock;

/**
 * Backend API on loopback that verifies tokens as a test says, with clients for it.
 */
final class VerifyServer implements AutoCloseable {

	static final String SECRET_KEY = "sk_test_planted";

	static final String MACHINE_KEY = "ak_machineplanted";

	static final String API_KEY = "ak_" + "a".repeat(32);

	static final String M2M_TOKEN = "mt_" + "b".repeat(32);

	static final String OAUTH_TOKEN = "oat_" + "c".repeat(32);

	static final String NOT_FOUND = "{\"errors\":[{\"code\":\"resource_not_found\",\"message\":\"no ak_planted\"}]}";

	private static final Pattern VALUE = Pattern.compile("\"[a-z_]+\":\"([^\"]*)\"");

	private final DisposableServer server;

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicInteger maxInFlight = new AtomicInteger();

	private volatile BiFunction<String, HttpServerResponse, Publisher<Void>> answers = json(200,
			(token) -> valid(token).toString());

	VerifyServer() {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			this.requests.add(new Request(request.uri(), body, request.requestHeaders().get("Authorization")));
			this.maxInFlight.accumulateAndGet(this.inFlight.incrementAndGet(), Math::max);
			Matcher value = VALUE.matcher(body);
			return Mono.from(this.answers.apply((value.find()) ? value.group(1) : "", response))
				.doFinally((signal) -> this.inFlight.decrementAndGet());
		});
	}

	static String tokenOf(OpaqueTokenFormat format) {
		return switch (format) {
			case M2M -> M2M_TOKEN;
			case OAUTH -> OAUTH_TOKEN;
			case API_KEY -> API_KEY;
		};
	}

	/**
	 * Return an answer with a JSON body.
	 * @param status the status
	 * @param body makes a body for a token
	 * @param headers names and values of headers
	 * @return the answer
	 */
	static BiFunction<String, HttpServerResponse, Publisher<Void>> json(int status, Function<String, String> body,
			String... headers) {
		return (token, response) -> {
			response.status(status).header("Content-Type", "application/json");
			for (int i = 0; i < headers.length; i += 2) {
				response.header(headers[i], headers[i + 1]);
			}
			return response.sendString(Mono.just(body.apply(token))).then();
		};
	}

	void answer(BiFunction<String, HttpServerResponse, Publisher<Void>> answers) {
		this.answers = answers;
	}

	void answer(int status, String body, String... headers) {
		this.answers = json(status, (token) -> body, headers);
	}

	/**
	 * Return the response for a valid token.
	 * @param token the token
	 * @return members that can be changed
	 */
	static Members valid(String token) {
		Members members = new Members().set("revoked", false)
			.set("revocation_reason", null)
			.set("expired", false)
			.set("expiration", TestClock.NOW * 1000 + 60_000)
			.set("created_at", TestClock.NOW * 1000)
			.set("updated_at", TestClock.NOW * 1000);
		String hex = "0123456789abcdef0123456789abcdef";
		if (token.startsWith("mt_")) {
			return members.set("object", "machine_to_machine_token")
				.set("id", "mt_" + hex)
				.set("subject", "mch_2xhFjEI5X2qWRvtV13BzSj8H6Dk")
				.set("claims", null)
				.set("scopes", List.of("mch_own", "mch_other"))
				.set("last_used_at", null);
		}
		if (token.startsWith("oat_")) {
			return members.set("object", "clerk_idp_oauth_access_token")
				.set("id", "oat_" + hex)
				.set("subject", "user_2xhFjEI5X2qWRvtV13BzSj8H6Dk")
				.set("client_id", "client_2xh")
				.set("scopes", List.of("read", "write"));
		}
		return members.set("object", "api_key")
			.set("id", "ak_" + hex)
			.set("type", "api_key")
			.set("subject", "user_2xhFjEI5X2qWRvtV13BzSj8H6Dk")
			.set("name", "MY_KEY")
			.set("description", null)
			.set("claims", null)
			.set("scopes", List.of("read", "write"))
			.set("created_by", null)
			.set("last_used_at", null);
	}

	URI base() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	ClerkBackendClient client() {
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf(SECRET_KEY)).apiUrl(base().toString()).build();
	}

	ClerkBackendClient machineClient() {
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf(SECRET_KEY))
			.machineSecretKey(new Secret(MACHINE_KEY))
			.apiUrl(base().toString())
			.build();
	}

	List<Request> requests() {
		return this.requests;
	}

	int maxInFlight() {
		return this.maxInFlight.get();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * Request to verify a token.
	 *
	 * @param path the path
	 * @param body the body
	 * @param authorization the credential
	 */
	record Request(String path, String body, String authorization) {

	}

}
