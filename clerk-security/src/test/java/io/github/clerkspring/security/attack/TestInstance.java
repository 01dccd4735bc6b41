package io.github.clerkspring.security.attack;

import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.nimbusds.jose.jwk.RSAKey;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * Key server of an instance, on loopback, with keys that can be changed.
 */
public final class TestInstance implements AutoCloseable {

	public static final String ISSUER = "https://clerk.example.com";

	public static final String PARTY = "https://app.example.com";

	// Not those that all clients of a process share, which an application ends
	private static final LoopResources LOOPS = LoopResources.create("test-instance", 1, true);

	private final Map<String, KeyPair> keys = new LinkedHashMap<>();

	private final AtomicInteger fetches = new AtomicInteger();

	private final DisposableServer server;

	private volatile int status = 200;

	private volatile String body = "";

	private volatile String retryAfter = "";

	private volatile String authorization = "";

	public TestInstance() {
		this.server = HttpServer.create().runOn(LOOPS).host("127.0.0.1").port(0).handle(this::answer).bindNow();
	}

	private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		this.fetches.incrementAndGet();
		this.authorization = String.valueOf(request.requestHeaders().get("Authorization"));
		response.status(this.status).header("Content-Type", "application/json");
		if (!this.retryAfter.isEmpty()) {
			response.header("Retry-After", this.retryAfter);
		}
		if (this.status == 302) {
			response.header("Location", "/elsewhere");
		}
		return response.sendString(Mono.just(this.body)).then();
	}

	public synchronized TestInstance key(String id, KeyPair key) {
		this.keys.put(id, key);
		publish();
		return this;
	}

	public synchronized void remove(String id) {
		this.keys.remove(id);
		publish();
	}

	private void publish() {
		this.body = this.keys.entrySet()
			.stream()
			.map(TestInstance::toJson)
			.collect(Collectors.joining(",", "{\"keys\":[", "]}"));
	}

	private static String toJson(Map.Entry<String, KeyPair> entry) {
		return new RSAKey.Builder((RSAPublicKey) entry.getValue().getPublic()).keyID(entry.getKey())
			.build()
			.toJSONString();
	}

	public void answer(int status, String body) {
		this.status = status;
		this.body = body;
	}

	public synchronized void fail(int status, String retryAfter) {
		this.status = status;
		this.retryAfter = retryAfter;
	}

	public synchronized void recover() {
		this.status = 200;
		this.retryAfter = "";
		publish();
	}

	public URI base() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	public URI keySet() {
		return base().resolve("/.well-known/jwks.json");
	}

	public int fetches() {
		return this.fetches.get();
	}

	public String authorization() {
		return this.authorization;
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
