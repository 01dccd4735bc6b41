package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.api.Access;
import io.github.clerkspring.emulator.api.ApiException;
import io.github.clerkspring.emulator.api.Handler;
import io.github.clerkspring.emulator.api.Route;
import io.github.clerkspring.emulator.api.RouteFamily;
import io.github.clerkspring.emulator.api.RouteTable;

/**
 * The operations that steer the emulator itself, all below one prefix that Clerk does not
 * use. They need no key, are never told to fail and are not recorded.
 */
final class ControlEndpoint {

	/** The first segment of all its paths. */
	static final String PREFIX = "__emulator";

	private static final RouteTable.Match NOT_FOUND = match((call) -> {
		throw new ApiException(404, "resource_not_found", "URL not found",
				"There is no such control of the emulator, or not with this method.");
	});

	private static final RouteTable.Match STRANGER = match((call) -> {
		throw ApiException.forbidden("foreign_caller", LocalCallers.REFUSAL);
	});

	private final ApiDispatcher dispatcher;

	private final LocalCallers callers;

	private final RouteTable routes;

	ControlEndpoint(ApiDispatcher dispatcher, LocalCallers callers, Supplier<List<RouteFamily>> families) {
		this.dispatcher = dispatcher;
		this.callers = callers;
		this.routes = new RouteTable(families);
	}

	/**
	 * Answers a call.
	 * @param segments the path below the prefix
	 * @param request what was sent
	 * @param host the header of that name
	 * @param origin the header of that name
	 * @return the answer
	 */
	ApiDispatcher.Reply answer(List<String> segments, ApiDispatcher.Request request, @Nullable String host,
			@Nullable String origin) {
		if (!this.callers.accept(host, origin)) {
			return this.dispatcher.dispatch(STRANGER, request);
		}
		RouteTable.Match match = find(request.method(), segments);
		return this.dispatcher.dispatch(
				(match != null) ? new RouteTable.Match(open(match.route()), match.variables()) : NOT_FOUND, request);
	}

	RouteTable.@Nullable Match find(String method, List<String> segments) {
		return this.routes.find(method, segments);
	}

	private static Route open(Route route) {
		return route.access(Access.PUBLIC);
	}

	private static RouteTable.Match match(Handler handler) {
		return new RouteTable.Match(new Route("GET", "/", 200, "application/json", Access.PUBLIC, handler), Map.of());
	}

}
