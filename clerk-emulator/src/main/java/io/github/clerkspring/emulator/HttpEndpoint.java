package io.github.clerkspring.emulator;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.api.ApiException;
import io.github.clerkspring.emulator.api.RouteTable;
import io.github.clerkspring.emulator.console.Console;
import io.github.clerkspring.emulator.routes.Backend;
import io.github.clerkspring.emulator.webhook.WebhookCause;

/**
 * The HTTP side: Clerk's Backend API below {@code /v1}, the key set of the Frontend API,
 * the control and the console.
 */
final class HttpEndpoint {

	/** Not Reactor Netty's own, of which each closing application disposes. */
	private static final LoopResources LOOPS = LoopResources.create("clerk-emulator");

	private static final int MAXIMUM_BODY = 16 * 1024 * 1024;

	/** Clerk's JavaScript SDK calls these without the version in the path. */
	private static final Set<String> UNVERSIONED = Set.of("api_keys", "m2m_tokens", "oauth_applications");

	private static final Set<String> SECRET_HEADERS = Set.of("authorization", "cookie", "proxy-authorization");

	private static final String JSON = "application/json";

	private final ApiDispatcher dispatcher;

	private final Backend backend;

	private final Traffic traffic;

	private final Clock clock;

	private final ControlEndpoint control;

	private final ConsoleEndpoint console;

	HttpEndpoint(ApiDispatcher dispatcher, Backend backend, Traffic traffic, Clock clock, ControlEndpoint control,
			ConsoleEndpoint console) {
		this.dispatcher = dispatcher;
		this.backend = backend;
		this.traffic = traffic;
		this.clock = clock;
		this.control = control;
		this.console = console;
	}

	DisposableServer bind(String host, int port) {
		WarmUp.awaitNetwork();
		return server().host(host).port(port).handle(this::handle).bindNow();
	}

	static HttpServer server() {
		return HttpServer.create().runOn(LOOPS);
	}

	static String url(DisposableServer server) {
		InetSocketAddress address = (InetSocketAddress) server.address();
		String host = (address.getAddress().isAnyLocalAddress()) ? "127.0.0.1" : address.getHostString();
		return "http://" + ((host.contains(":")) ? "[" + host + "]" : host) + ":" + address.getPort();
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive()
			.asByteArray()
			.collect(ByteArrayOutputStream::new, HttpEndpoint::append)
			.flatMap((content) -> answer(request, response, content.toByteArray()))
			.onErrorResume(TooLargeException.class,
					(ex) -> send(response, new ApiDispatcher.Reply(413, null, new byte[0])))
			.onErrorResume(IllegalArgumentException.class, (ex) -> send(response, undecodable()));
	}

	private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response, byte[] content) {
		QueryStringDecoder uri = new QueryStringDecoder(request.uri());
		List<String> segments = segments(uri.rawPath());
		if (segments.get(0).equals(ControlEndpoint.PREFIX)) {
			HttpHeaders headers = request.requestHeaders();
			return send(response, this.control.answer(segments.subList(1, segments.size()), call(request, uri, content),
					headers.get(HttpHeaderNames.HOST), headers.get(HttpHeaderNames.ORIGIN)));
		}
		if (Console.serves(segments)) {
			return this.console.answer(segments, request, uri, content, response);
		}
		RouteTable.Match match = match(request.method().name(), segments);
		String operation = (match != null) ? match.route().operation() : null;
		Fault fault = this.traffic.next(match);
		ApiDispatcher.Reply reply = reply(request, uri, match, segments, content, fault);
		record(request, uri, operation, content,
				(fault != null && fault.kind() == Fault.Kind.BROKEN_CONNECTION) ? 0 : reply.status());
		return (fault != null) ? spoiled(request, response, reply, fault) : send(response, reply);
	}

	private ApiDispatcher.Reply reply(HttpServerRequest request, QueryStringDecoder uri,
			RouteTable.@Nullable Match match, List<String> segments, byte[] content, @Nullable Fault fault) {
		if (fault != null && fault.kind() == Fault.Kind.STATUS) {
			return ApiDispatcher.Reply.error(fault.error(), "emulated");
		}
		if (segments.equals(List.of(".well-known", "jwks.json"))) {
			return new ApiDispatcher.Reply(200, JSON,
					JsonMapper.shared().writeValueAsBytes(this.backend.emulation().keys().toJson()));
		}
		return this.dispatcher.dispatch(match, call(request, uri, content));
	}

	private static ApiDispatcher.Request call(HttpServerRequest request, QueryStringDecoder uri, byte[] content) {
		HttpHeaders headers = request.requestHeaders();
		String type = headers.get(HttpHeaderNames.CONTENT_TYPE, "");
		return new ApiDispatcher.Request(request.method().name(), uri.rawPath(), uri.parameters(),
				headers.get(HttpHeaderNames.AUTHORIZATION), headers.get("Clerk-API-Version"), content,
				() -> FormReader.read(type, content), headers.get("Idempotency-Key"), cause(request));
	}

	private static WebhookCause cause(HttpServerRequest request) {
		InetSocketAddress caller = request.remoteAddress();
		return new WebhookCause((caller != null) ? caller.getAddress().getHostAddress() : "",
				request.requestHeaders().get(HttpHeaderNames.USER_AGENT, ""));
	}

	private static ApiDispatcher.Reply undecodable() {
		return ApiDispatcher.Reply
			.error(ApiException.badRequest("request_invalid", "The path or the query cannot be decoded."), "emulated");
	}

	private RouteTable.@Nullable Match match(String method, List<String> segments) {
		if (segments.get(0).equals("v1")) {
			return this.dispatcher.find(method, segments.subList(1, segments.size()));
		}
		return (UNVERSIONED.contains(segments.get(0))) ? this.dispatcher.find(method, segments) : null;
	}

	private Mono<Void> spoiled(HttpServerRequest request, HttpServerResponse response, ApiDispatcher.Reply reply,
			Fault fault) {
		Mono<Void> answer = Mono.defer(() -> switch (fault.kind()) {
			case BROKEN_CONNECTION -> broken(request);
			case TRUNCATED_BODY -> truncated(request, response, reply, fault);
			default -> {
				Duration retryAfter = fault.retryAfter();
				if (retryAfter != null) {
					response.header(HttpHeaderNames.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
				}
				yield send(response,
						new ApiDispatcher.Reply(reply.status(), reply.mediaType(), fault.spoil(reply.body())));
			}
		});
		return (fault.delay().isZero()) ? answer : Mono.delay(fault.delay()).then(answer);
	}

	private static Mono<Void> broken(HttpServerRequest request) {
		request.withConnection((connection) -> connection.channel().close());
		return Mono.never();
	}

	private static Mono<Void> truncated(HttpServerRequest request, HttpServerResponse response,
			ApiDispatcher.Reply reply, Fault fault) {
		response.status(reply.status()).header(HttpHeaderNames.CONTENT_TYPE, JSON);
		response.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(reply.body().length));
		return response.sendByteArray(Flux.just(fault.spoil(reply.body())).hide())
			.then()
			.then(Mono.defer(() -> broken(request)));
	}

	private static Mono<Void> send(HttpServerResponse response, ApiDispatcher.Reply reply) {
		response.status(reply.status());
		if (reply.mediaType() != null) {
			response.header(HttpHeaderNames.CONTENT_TYPE, reply.mediaType());
		}
		response.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(reply.body().length));
		return (reply.body().length == 0) ? response.send() : response.sendByteArray(Mono.just(reply.body())).then();
	}

	private void record(HttpServerRequest request, QueryStringDecoder uri, @Nullable String operation, byte[] content,
			int status) {
		Map<String, String> headers = new HashMap<>();
		request.requestHeaders().forEach((header) -> {
			String name = header.getKey().toLowerCase(Locale.ROOT);
			if (!SECRET_HEADERS.contains(name)) {
				headers.put(name, header.getValue());
			}
		});
		this.traffic.journal()
			.add(new RecordedRequest(this.clock.instant(), request.method().name(), uri.rawPath(), operation,
					uri.parameters(), headers, new String(content, StandardCharsets.UTF_8), status));
	}

	private static List<String> segments(String path) {
		List<String> segments = Arrays.stream(path.substring(1).split("/"))
			.map((segment) -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
			.toList();
		return (segments.isEmpty()) ? List.of("") : segments;
	}

	private static void append(ByteArrayOutputStream content, byte[] part) {
		if (content.size() + part.length > MAXIMUM_BODY) {
			throw new TooLargeException();
		}
		content.writeBytes(part);
	}

	private static final class TooLargeException extends RuntimeException {

	}

}
