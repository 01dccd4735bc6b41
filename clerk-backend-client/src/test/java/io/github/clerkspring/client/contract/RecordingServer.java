package io.github.clerkspring.client.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.util.Assert;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Server on loopback that remembers requests as they came and answers what it is told.
 */
final class RecordingServer implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

	private final DisposableServer server;

	private volatile Answer answer = new Answer(204, "text/plain", "");

	RecordingServer() {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow(TIMEOUT);
	}

	String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	void answerWith(Answer nextAnswer) {
		this.answer = nextAnswer;
		this.requests.clear();
	}

	/**
	 * Return the one request that came.
	 */
	Request request() {
		Assert.state(this.requests.size() == 1, () -> "Not one request: " + this.requests);
		return this.requests.remove();
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0]).flatMap((body) -> {
			Answer current = this.answer;
			this.requests.add(new Request(request.method().name(), request.uri(), request.requestHeaders().copy(),
					new String(body, StandardCharsets.UTF_8)));
			return response.status(current.status())
				.header("Content-Type", current.contentType())
				.sendString(Mono.just(current.body()))
				.then();
		});
	}

	@Override
	public void close() {
		this.server.disposeNow(TIMEOUT);
	}

	record Answer(int status, String contentType, String body) {
	}

	record Request(String method, String uri, HttpHeaders headers, String body) {
	}

}
