package io.github.clerkspring.emulator.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import io.github.clerkspring.emulator.control.ControlEndpoint;
import io.github.clerkspring.emulator.http.ApiDispatcher;
import io.github.clerkspring.emulator.http.ControlToken;
import io.github.clerkspring.emulator.http.HttpAnswer;
import io.github.clerkspring.emulator.http.HttpCall;

/**
 * The console over HTTP. Faults do not apply to it and its requests are not recorded. On
 * loopback it requires no credential, elsewhere the control token.
 */
public final class ConsoleEndpoint {

	private static final Map<String, String> CHALLENGE = Map.of("Content-Type", "text/plain", "WWW-Authenticate",
			"Basic realm=\"Clerk emulator\", charset=\"UTF-8\"");

	private static final String UNAUTHORIZED = "Sign in with any user name and, as password, the control token of the "
			+ "emulator. It printed the token at start or was given it by CLERK_EMULATOR_CONTROL_TOKEN.";

	private final ControlToken token;

	private final Console console;

	/**
	 * Creates the endpoint.
	 * @param dispatcher performs operations
	 * @param token the token that callers present
	 * @param control the operations of the control
	 */
	public ConsoleEndpoint(ApiDispatcher dispatcher, ControlToken token, ControlEndpoint control) {
		this.token = token;
		this.console = new Console(
				(method, path, query, body) -> answer(dispatcher, dispatcher.find(method, path), query, body),
				(method, path, query, body) -> answer(dispatcher, control.find(method, path), query, body));
	}

	/**
	 * Whether a path belongs to the console.
	 * @param segments the segments of the path
	 * @return true if it does
	 */
	public static boolean serves(List<String> segments) {
		return Console.serves(segments);
	}

	/**
	 * Answers a request.
	 * @param call the request
	 * @return the response
	 */
	public HttpAnswer answer(HttpCall call) {
		if (!this.token.acceptsBasic(call.authorization())) {
			return HttpAnswer.of(401, CHALLENGE, UNAUTHORIZED.getBytes(StandardCharsets.UTF_8));
		}
		Map<String, List<String>> parameters = (call.content().length == 0) ? call.query()
				: new QueryStringDecoder(new String(call.content(), StandardCharsets.UTF_8), false).parameters();
		ConsoleReply reply = this.console
			.answer(new ConsoleRequest(call.method(), call.segments(), parameters, call.host(), call.origin()));
		return HttpAnswer.of(reply.status(), reply.headers(), reply.body());
	}

	private static JsonNode answer(ApiDispatcher dispatcher,
			io.github.clerkspring.emulator.engine.Operations.@Nullable Match match, Map<String, List<String>> query,
			@Nullable Object body) {
		JsonNode answer = dispatcher.call(match, query, body, null);
		return (answer != null) ? answer : MissingNode.getInstance();
	}

}
