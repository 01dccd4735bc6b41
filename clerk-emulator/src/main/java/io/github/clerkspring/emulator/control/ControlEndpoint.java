package io.github.clerkspring.emulator.control;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Access;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Handler;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.http.ApiDispatcher;
import io.github.clerkspring.emulator.http.ControlToken;
import io.github.clerkspring.emulator.http.HttpAnswer;
import io.github.clerkspring.emulator.http.HttpCall;
import io.github.clerkspring.emulator.store.ApiException;

/**
 * Answers the operations that control the emulator itself, below a prefix that Clerk does
 * not use. Faults do not apply to them and they are not recorded. On loopback they
 * require no credential, elsewhere all but the health require the control token.
 */
public final class ControlEndpoint {

	private static final String PREFIX = "__emulator";

	private static final Operations.Match NOT_FOUND = match((tx, call) -> {
		throw new ApiException(404, "resource_not_found", "URL not found",
				"The control of the emulator has no such operation.");
	});

	private static final Operations.Match UNAUTHORIZED = match((tx, call) -> {
		throw new ApiException(401, "control_token_invalid", "Invalid control token",
				"This emulator can be reached from other machines: its control requires 'Authorization: Bearer TOKEN' "
						+ "with the token that it printed at start or was given by CLERK_EMULATOR_CONTROL_TOKEN.");
	});

	private static final List<String> HEALTH = List.of("health");

	private final ApiDispatcher dispatcher;

	private final ControlToken token;

	private final Operations routes;

	/**
	 * Creates the endpoint.
	 * @param dispatcher performs operations
	 * @param token the token that callers present
	 * @param families the operations of the control
	 */
	public ControlEndpoint(ApiDispatcher dispatcher, ControlToken token, List<Family> families) {
		this.dispatcher = dispatcher;
		this.token = token;
		this.routes = new Operations(families);
	}

	/**
	 * Whether a path belongs to the control.
	 * @param segments the segments of the path
	 * @return true if it begins with the prefix
	 */
	public static boolean serves(List<String> segments) {
		return segments.get(0).equals(PREFIX);
	}

	/**
	 * Answers a request.
	 * @param call the request
	 * @return the response
	 */
	public HttpAnswer answer(HttpCall call) {
		return HttpAnswer.of(answer(call.segments().subList(1, call.segments().size()), call.toRequest()));
	}

	/**
	 * Finds an operation.
	 * @param method the method
	 * @param segments the segments of the path below the prefix
	 * @return the operation, or null if none has the path and method
	 */
	public Operations.@Nullable Match find(String method, List<String> segments) {
		return this.routes.find(method, segments);
	}

	private ApiDispatcher.Reply answer(List<String> segments, ApiDispatcher.Request request) {
		if (!segments.equals(HEALTH) && !this.token.acceptsBearer(request.authorization())) {
			return this.dispatcher.dispatch(UNAUTHORIZED, request);
		}
		Operations.Match match = find(request.method(), segments);
		return this.dispatcher.dispatch(
				(match != null) ? new Operations.Match(open(match.route()), match.variables()) : NOT_FOUND, request);
	}

	private static Route open(Route route) {
		return route.access(Access.PUBLIC);
	}

	private static Operations.Match match(Handler handler) {
		return new Operations.Match(new Route("GET", "/", 200, "application/json", Access.PUBLIC, handler), Map.of());
	}

}
