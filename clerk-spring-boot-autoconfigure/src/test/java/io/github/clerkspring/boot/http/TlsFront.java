package io.github.clerkspring.boot.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * Server on loopback with the certificate of a private CA. It passes requests on to
 * another server.
 */
final class TlsFront implements AutoCloseable {

	private final List<String> requests = new CopyOnWriteArrayList<>();

	// Applications that stop take the shared loops with them
	private final LoopResources loops = LoopResources.create("front", 1, true);

	private final HttpClient httpClient = HttpClient.newConnection().runOn(this.loops);

	private final String target;

	private final DisposableServer server;

	TlsFront(String target) {
		this.target = target;
		Http11SslContextSpec certificate = Http11SslContextSpec.forServer(
				TlsFront.class.getResourceAsStream("server.pem"), TlsFront.class.getResourceAsStream("server.key"));
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.runOn(this.loops)
			.secure((ssl) -> ssl.sslContext(certificate))
			.handle(this::handle)
			.bindNow();
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		this.requests.add(request.uri());
		return this.httpClient
			.headers((headers) -> headers.set(HttpHeaderNames.AUTHORIZATION,
					request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION, "")))
			.get()
			.uri(this.target + request.uri())
			.responseSingle((answer, body) -> body.asByteArray().map((bytes) -> {
				response.status(answer.status()).header(HttpHeaderNames.CONTENT_TYPE, "application/json");
				return bytes;
			}))
			.flatMap((bytes) -> response.sendByteArray(Mono.just(bytes)).then());
	}

	String url() {
		return "https://localhost:" + this.server.port();
	}

	List<String> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.disposeNow();
		this.loops.dispose();
	}

}
