package io.github.clerkspring.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import io.github.clerkspring.emulator.api.RouteTable;
import io.github.clerkspring.emulator.console.Console;
import io.github.clerkspring.emulator.console.ConsoleReply;
import io.github.clerkspring.emulator.console.ConsoleRequest;

/**
 * The HTTP side of the console. As the control it is for callers of this machine only,
 * never told to fail and not recorded.
 */
final class ConsoleEndpoint {

	private final LocalCallers callers;

	private final Console console;

	ConsoleEndpoint(ApiDispatcher dispatcher, LocalCallers callers, ControlEndpoint control) {
		this.callers = callers;
		this.console = new Console(
				(method, path, query, body) -> answer(dispatcher, dispatcher.find(method, path), query, body),
				(method, path, query, body) -> answer(dispatcher, control.find(method, path), query, body));
	}

	/**
	 * Answers a request.
	 * @param path the segments of the path
	 * @param request the request
	 * @param uri its address
	 * @param content its body
	 * @param response where the answer goes
	 * @return the end of the answer
	 */
	Mono<Void> answer(List<String> path, HttpServerRequest request, QueryStringDecoder uri, byte[] content,
			HttpServerResponse response) {
		HttpHeaders headers = request.requestHeaders();
		String host = headers.get(HttpHeaderNames.HOST);
		String origin = headers.get(HttpHeaderNames.ORIGIN);
		if (!this.callers.accept(host, origin)) {
			return response.status(403).sendString(Mono.just(LocalCallers.REFUSAL)).then();
		}
		Map<String, List<String>> parameters = (content.length == 0) ? uri.parameters()
				: new QueryStringDecoder(new String(content, StandardCharsets.UTF_8), false).parameters();
		ConsoleReply reply = this.console
			.answer(new ConsoleRequest(request.method().name(), path, parameters, host, origin));
		response.status(reply.status());
		reply.headers().forEach(response::header);
		response.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(reply.body().length));
		boolean bodiless = reply.body().length == 0 || request.method().equals(HttpMethod.HEAD);
		return (bodiless) ? response.send() : response.sendByteArray(Mono.just(reply.body())).then();
	}

	private static JsonNode answer(ApiDispatcher dispatcher, RouteTable.@Nullable Match match,
			Map<String, List<String>> query, @Nullable Object body) {
		JsonNode answer = dispatcher.call(match, query, body, null);
		return (answer != null) ? answer : MissingNode.getInstance();
	}

}
