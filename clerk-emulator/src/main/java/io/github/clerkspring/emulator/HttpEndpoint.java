package io.github.clerkspring.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.console.Console;
import io.github.clerkspring.emulator.engine.Operations;

/**
 * All that is answered over HTTP: Clerk's Backend API below {@code /v1}, the key set of
 * the Frontend API, the control and the console.
 */
final class HttpEndpoint {

	/** Clerk's JavaScript SDK calls these without the version in the path. */
	private static final Set<String> UNVERSIONED = Set.of("api_keys", "m2m_tokens", "oauth_applications");

	private static final Set<String> SECRET_HEADERS = Set.of("authorization", "cookie", "proxy-authorization");

	private static final String JSON = "application/json";

	private final ApiDispatcher dispatcher;

	private final Instance instance;

	private final Traffic traffic;

	private final Clock clock;

	private final ControlEndpoint control;

	private final ConsoleEndpoint console;

	private final CallerCheck callers;

	HttpEndpoint(ApiDispatcher dispatcher, Instance instance, Traffic traffic, Clock clock, ControlEndpoint control,
			ConsoleEndpoint console, CallerCheck callers) {
		this.dispatcher = dispatcher;
		this.instance = instance;
		this.traffic = traffic;
		this.clock = clock;
		this.control = control;
		this.console = console;
		this.callers = callers;
	}

	HttpAnswer answer(HttpCall call) {
		if (!this.callers.accepts(call)) {
			return HttpAnswer.of(ApiDispatcher.Reply.error(CallerCheck.REFUSED, "emulated"));
		}
		List<String> segments = call.segments();
		if (segments.get(0).equals(ControlEndpoint.PREFIX)) {
			return HttpAnswer.of(this.control.answer(segments.subList(1, segments.size()), call.toRequest()));
		}
		if (Console.serves(segments)) {
			return this.console.answer(call);
		}
		Operations.Match match = match(call.operationMethod(), segments);
		Fault fault = this.traffic.next(match);
		HttpAnswer answer = HttpAnswer.of(reply(call, match, fault)).spoiledBy(fault);
		record(call, (match != null) ? match.route().operation() : null, answer.status());
		return answer;
	}

	private ApiDispatcher.Reply reply(HttpCall call, Operations.@Nullable Match match, @Nullable Fault fault) {
		if (fault != null && fault.kind() == Fault.Kind.STATUS) {
			return ApiDispatcher.Reply.error(fault.error(), "emulated");
		}
		if (call.segments().equals(List.of(".well-known", "jwks.json"))) {
			return new ApiDispatcher.Reply(200, JSON,
					JsonMapper.shared().writeValueAsBytes(this.instance.keys().toJson()));
		}
		return this.dispatcher.dispatch(match, call.toRequest());
	}

	private Operations.@Nullable Match match(String method, List<String> segments) {
		if (segments.get(0).equals("v1")) {
			return this.dispatcher.find(method, segments.subList(1, segments.size()));
		}
		return (UNVERSIONED.contains(segments.get(0))) ? this.dispatcher.find(method, segments) : null;
	}

	private void record(HttpCall call, @Nullable String operation, int status) {
		Map<String, String> headers = new HashMap<>();
		call.headers().forEach((header) -> {
			String name = header.getKey().toLowerCase(Locale.ROOT);
			if (!SECRET_HEADERS.contains(name)) {
				headers.put(name, header.getValue());
			}
		});
		this.traffic.journal()
			.add(new RecordedRequest(this.clock.instant(), call.method(), call.path(), operation, call.query(), headers,
					new String(call.content(), StandardCharsets.UTF_8), status));
	}

}
