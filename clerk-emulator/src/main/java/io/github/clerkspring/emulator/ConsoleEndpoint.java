package io.github.clerkspring.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import io.github.clerkspring.emulator.console.Console;
import io.github.clerkspring.emulator.console.ConsoleReply;
import io.github.clerkspring.emulator.console.ConsoleRequest;
import io.github.clerkspring.emulator.engine.Operations;

/**
 * The HTTP side of the console. It is never told to fail and not recorded. On loopback it
 * needs no credential, elsewhere the control token.
 */
final class ConsoleEndpoint {

	private static final Map<String, String> CHALLENGE = Map.of("Content-Type", "text/plain", "WWW-Authenticate",
			"Basic realm=\"Clerk emulator\", charset=\"UTF-8\"");

	private static final String UNAUTHORIZED = "Sign in with any user name and, as password, the control token of the "
			+ "emulator. It printed the token at start or was given it by CLERK_EMULATOR_CONTROL_TOKEN.";

	private final ControlToken token;

	private final Console console;

	ConsoleEndpoint(ApiDispatcher dispatcher, ControlToken token, ControlEndpoint control) {
		this.token = token;
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
		if (!this.token.acceptsBasic(call.authorization())) {
			return HttpAnswer.of(401, CHALLENGE, UNAUTHORIZED.getBytes(StandardCharsets.UTF_8));
		}
		Map<String, List<String>> parameters = (call.content().length == 0) ? call.query()
				: new QueryStringDecoder(new String(call.content(), StandardCharsets.UTF_8), false).parameters();
		ConsoleReply reply = this.console
			.answer(new ConsoleRequest(call.method(), call.segments(), parameters, call.host(), call.origin()));
		return HttpAnswer.of(reply.status(), reply.headers(), reply.body());
	}

	private static JsonNode answer(ApiDispatcher dispatcher, Operations.@Nullable Match match,
			Map<String, List<String>> query, @Nullable Object body) {
		JsonNode answer = dispatcher.call(match, query, body, null);
		return (answer != null) ? answer : MissingNode.getInstance();
	}

}
