package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Access;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Handler;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.store.ApiException;

/**
 * The operations that steer the emulator itself, all below one prefix that Clerk does not
 * use. They are never told to fail and are not recorded. On loopback they need no
 * credential; elsewhere all but the health need the control token.
 */
final class ControlEndpoint {

	/** The first segment of all its paths. */
	static final String PREFIX = "__emulator";

	private static final Operations.Match NOT_FOUND = match((tx, call) -> {
		throw new ApiException(404, "resource_not_found", "URL not found",
				"There is no such control of the emulator, or not with this method.");
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

	ControlEndpoint(ApiDispatcher dispatcher, ControlToken token, List<Family> families) {
		this.dispatcher = dispatcher;
		this.token = token;
		this.routes = new Operations(families);
	}

	/**
	 * Answers a call.
	 * @param segments the path below the prefix
	 * @param request what was sent
	 * @return the answer
	 */
	ApiDispatcher.Reply answer(List<String> segments, ApiDispatcher.Request request) {
		if (!segments.equals(HEALTH) && !this.token.acceptsBearer(request.authorization())) {
			return this.dispatcher.dispatch(UNAUTHORIZED, request);
		}
		Operations.Match match = find(request.method(), segments);
		return this.dispatcher.dispatch(
				(match != null) ? new Operations.Match(open(match.route()), match.variables()) : NOT_FOUND, request);
	}

	Operations.@Nullable Match find(String method, List<String> segments) {
		return this.routes.find(method, segments);
	}

	private static Route open(Route route) {
		return route.access(Access.PUBLIC);
	}

	private static Operations.Match match(Handler handler) {
		return new Operations.Match(new Route("GET", "/", 200, "application/json", Access.PUBLIC, handler), Map.of());
	}

}
