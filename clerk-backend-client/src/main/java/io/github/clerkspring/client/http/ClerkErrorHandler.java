package io.github.clerkspring.client.http;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.core.ClerkApiError;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.ClerkApiException.Failure;

/**
 * Converts every unsuccessful response to a {@link ClerkApiException}. The body is quoted
 * only if it has Clerk's error format.
 */
class ClerkErrorHandler implements ExchangeFilterFunction {

	private static final List<String> TRACE_HEADERS = List.of("Clerk-Trace-Id", "CF-Ray");

	private final JsonMapper mapper;

	private final Clock clock;

	ClerkErrorHandler(JsonMapper mapper, Clock clock) {
		this.mapper = mapper;
		this.clock = clock;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request)
			.flatMap((response) -> response.statusCode().is2xxSuccessful() ? Mono.just(response)
					: error(OperationAttributes.operation(request.attributes()), response));
	}

	private Mono<ClientResponse> error(String operation, ClientResponse response) {
		return response.bodyToMono(byte[].class)
			.defaultIfEmpty(new byte[0])
			.map((body) -> failure(operation, response, body))
			.onErrorResume((ex) -> Mono.just(failure(operation, response, ErrorBody.NONE,
					"with a body that cannot be read: " + ex.getMessage())))
			.flatMap((failure) -> Mono.error(ClerkApiException.of(failure)));
	}

	private Failure failure(String operation, ClientResponse response, byte[] body) {
		ErrorBody error = read(body);
		return failure(operation, response, error,
				error.errors().isEmpty() ? describe(response.headers().asHttpHeaders(), body.length) : null);
	}

	private Failure failure(String operation, ClientResponse response, ErrorBody error, @Nullable String detail) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		return new Failure(operation, response.statusCode().value(), error.errors(),
				(error.clerkTraceId() != null) ? error.clerkTraceId() : traceId(headers),
				RetryAfter.parse(headers.getFirst(HttpHeaders.RETRY_AFTER), this.clock.instant()), detail, null);
	}

	private ErrorBody read(byte[] body) {
		try {
			ErrorBody error = (body.length > 0) ? this.mapper.readValue(body, ErrorBody.class) : null;
			return (error != null) ? error : ErrorBody.NONE;
		}
		catch (RuntimeException ex) {
			// The status is known, even if the body cannot be parsed
			return ErrorBody.NONE;
		}
	}

	private static String describe(HttpHeaders headers, int length) {
		return (length > 0) ? "with a body that is not in Clerk's error format (" + length + " bytes, "
				+ headers.getFirst(HttpHeaders.CONTENT_TYPE) + ")" : "without a body";
	}

	private static @Nullable String traceId(HttpHeaders headers) {
		return TRACE_HEADERS.stream().filter(headers::containsHeader).map(headers::getFirst).findFirst().orElse(null);
	}

	record ErrorBody(List<ClerkApiError> errors, @Nullable String clerkTraceId) {

		static final ErrorBody NONE = new ErrorBody(List.of(), null);

		ErrorBody {
			errors = errors.stream().filter(Objects::nonNull).toList();
		}

	}

}
