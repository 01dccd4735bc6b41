package io.github.clerkspring.emulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.engine.Operations;

/**
 * Answers the requests of applications: it applies rate limits and faults, performs the
 * operation and records the request.
 */
public final class ApiEndpoint {

	private static final String VERSION = "v1";

	private static final int TOO_MANY_REQUESTS = 429;

	private static final Set<String> SECRET_HEADERS = Set.of("authorization", "cookie", "proxy-authorization");

	private final ApiDispatcher dispatcher;

	private final Clock clock;

	private final RequestJournal journal;

	private final Faults faults;

	private final RateLimiter limiter;

	private final Set<String> unversioned;

	private final Map<String, Supplier<JsonNode>> documents;

	/**
	 * Creates an endpoint.
	 * @param dispatcher performs operations
	 * @param clock the clock of the emulator
	 * @param journal records requests
	 * @param faults the pending faults
	 * @param limiter the rate limits
	 * @param unversioned first segments of paths that are also served without version
	 * @param documents documents outside of the API, by path
	 */
	public ApiEndpoint(ApiDispatcher dispatcher, Clock clock, RequestJournal journal, Faults faults,
			RateLimiter limiter, Set<String> unversioned, Map<String, Supplier<JsonNode>> documents) {
		this.dispatcher = dispatcher;
		this.clock = clock;
		this.journal = journal;
		this.faults = faults;
		this.limiter = limiter;
		this.unversioned = unversioned;
		this.documents = documents;
	}

	/**
	 * Answers a request.
	 * @param call the request
	 * @return the response
	 */
	public HttpAnswer answer(HttpCall call) {
		Operations.Match match = match(call.operationMethod(), call.segments());
		Failure failure = failure(match);
		HttpAnswer answer = HttpAnswer.of(reply(call, match, failure)).spoiledBy(failure);
		record(call, (match != null) ? match.route().operation() : null, answer.status());
		return answer;
	}

	private @Nullable Failure failure(Operations.@Nullable Match match) {
		Duration wait = (match != null) ? this.limiter.count(match) : null;
		if (wait != null) {
			return Failure.status(TOO_MANY_REQUESTS).withRetryAfter(wait);
		}
		return this.faults.next((match != null) ? match.route().operation() : null);
	}

	private ApiDispatcher.Reply reply(HttpCall call, Operations.@Nullable Match match, @Nullable Failure failure) {
		if (failure != null && failure.kind() == Failure.Kind.STATUS) {
			return ApiDispatcher.Reply.error(failure.error().toException(), "emulated");
		}
		Supplier<JsonNode> document = this.documents.get(call.path());
		if (document != null) {
			return new ApiDispatcher.Reply(200, "application/json",
					JsonMapper.shared().writeValueAsBytes(document.get()));
		}
		return this.dispatcher.dispatch(match, call.toRequest());
	}

	private Operations.@Nullable Match match(String method, List<String> segments) {
		if (segments.get(0).equals(VERSION)) {
			return this.dispatcher.find(method, segments.subList(1, segments.size()));
		}
		return (this.unversioned.contains(segments.get(0))) ? this.dispatcher.find(method, segments) : null;
	}

	private void record(HttpCall call, @Nullable String operation, int status) {
		Map<String, String> headers = new HashMap<>();
		call.headers().forEach((header) -> {
			String name = header.getKey().toLowerCase(Locale.ROOT);
			if (!SECRET_HEADERS.contains(name)) {
				headers.put(name, header.getValue());
			}
		});
		this.journal.add(new JournalEntry(0, this.clock.instant(), call.method(), call.path(), operation, call.query(),
				headers, new String(call.content(), StandardCharsets.UTF_8), status));
	}

}
