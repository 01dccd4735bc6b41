package io.github.clerkspring.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;
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
	 * @param call the request
	 * @return the answer
	 */
	HttpAnswer answer(HttpCall call) {
		String host = call.host();
		String origin = call.origin();
		if (!this.callers.accept(host, origin)) {
			return HttpAnswer.of(403, Map.of("Content-Type", "text/plain"),
					LocalCallers.REFUSAL.getBytes(StandardCharsets.UTF_8));
		}
		Map<String, List<String>> parameters = (call.content().length == 0) ? call.query()
				: new QueryStringDecoder(new String(call.content(), StandardCharsets.UTF_8), false).parameters();
		ConsoleReply reply = this.console
			.answer(new ConsoleRequest(call.method(), call.segments(), parameters, host, origin));
		return HttpAnswer.of(reply.status(), reply.headers(), reply.body());
	}

	private static JsonNode answer(ApiDispatcher dispatcher, RouteTable.@Nullable Match match,
			Map<String, List<String>> query, @Nullable Object body) {
		JsonNode answer = dispatcher.call(match, query, body, null);
		return (answer != null) ? answer : MissingNode.getInstance();
	}

}
