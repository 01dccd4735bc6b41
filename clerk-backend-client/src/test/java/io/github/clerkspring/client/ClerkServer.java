package io.github.clerkspring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * Server on loopback that gives the answers it was told to give, in their order, the last
 * one for ever, and keeps the requests.
 */
class ClerkServer implements AutoCloseable {

	static final String SECRET_KEY = "sk_test_planted0secret0key";

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle(this::handle)
		.bindNow();

	private volatile Duration delay = Duration.ZERO;

	private Answer last = new Answer(200, "application/json", "{}");

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			Map<String, String> headers = new LinkedHashMap<>();
			request.requestHeaders()
				.forEach((header) -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
			this.requests.add(new Request(request.method().name(), request.uri(), headers, body));
			Answer answer = this.answers.poll();
			this.last = (answer != null) ? answer : this.last;
			return Mono.delay(this.delay).then(write(this.last, response));
		});
	}

	private static Mono<Void> write(Answer answer, HttpServerResponse response) {
		response.status(answer.status()).header("Content-Type", answer.contentType());
		answer.headers().forEach(response::header);
		return response.sendString(Mono.just(answer.body())).then();
	}

	ClerkServer answer(int status, String body) {
		return answer(new Answer(status, "application/json", body));
	}

	ClerkServer answer(Answer answer) {
		this.answers.add(answer);
		return this;
	}

	/** Answer each request after this time. */
	void delay(Duration delay) {
		this.delay = delay;
	}

	ClerkBackendClient.Builder client() {
		return ClerkBackendClient.builder(ClerkSecretKey.valueOf(SECRET_KEY)).apiUrl(url());
	}

	String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	List<Request> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	record Request(String method, String uri, Map<String, String> headers, String body) {

	}

	record Answer(int status, String contentType, String body, Map<String, String> headers) {

		Answer(int status, String contentType, String body) {
			this(status, contentType, body, Map.of());
		}

	}

}
