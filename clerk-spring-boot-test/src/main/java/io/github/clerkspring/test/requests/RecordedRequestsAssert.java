package io.github.clerkspring.test.requests;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import io.github.clerkspring.emulator.RecordedRequest;

/**
 * Assertions about the calls of a single operation. Each {@code with…} method verifies
 * that at least one of the calls matches, and returns assertions about the matching
 * calls.
 */
public final class RecordedRequestsAssert extends AbstractAssert<RecordedRequestsAssert, List<RecordedRequest>> {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	RecordedRequestsAssert(String operation, List<RecordedRequest> actual) {
		super(actual, RecordedRequestsAssert.class);
		as(operation);
	}

	/**
	 * Verify the path.
	 * @param path the path as sent, such as {@code /v1/users/user_ada}
	 * @return assertions about the matching calls
	 */
	public RecordedRequestsAssert withPath(String path) {
		return with("path " + path, (request) -> request.path().equals(path));
	}

	/**
	 * Verify a query parameter.
	 * @param name the name
	 * @param values all values in order, or none to verify that the parameter is absent
	 * @return assertions about the matching calls
	 */
	public RecordedRequestsAssert withQuery(String name, String... values) {
		return with("query " + name + "=" + List.of(values),
				(request) -> request.query().getOrDefault(name, List.of()).equals(List.of(values)));
	}

	/**
	 * Verify a header. Headers with credentials are not recorded.
	 * @param name the name, which is not case-sensitive
	 * @param value the value
	 * @return assertions about the matching calls
	 */
	public RecordedRequestsAssert withHeader(String name, String value) {
		return with("header " + name + ": " + value,
				(request) -> value.equals(request.headers().get(name.toLowerCase(Locale.ROOT))));
	}

	/**
	 * Verify the entire body.
	 * @param json the expected body, where the order of members and whitespace are
	 * ignored
	 * @return assertions about the matching calls
	 */
	public RecordedRequestsAssert withBody(String json) {
		JsonNode expected = MAPPER.readTree(json);
		return with("body " + json, (request) -> body(request).equals(expected));
	}

	/**
	 * Verify a top-level field of the body.
	 * @param name the name of the field in JSON
	 * @param value the string, number, boolean, list or map, or {@code null} for a JSON
	 * null
	 * @return assertions about the matching calls
	 */
	public RecordedRequestsAssert withBodyField(String name, @Nullable Object value) {
		String expected = MAPPER.writeValueAsString(value);
		return with("field " + name + " = " + expected,
				(request) -> Objects.equals(body(request).path(name), MAPPER.readTree(expected)));
	}

	/**
	 * Verify that a field was not sent, including JSON null.
	 * @param name the name of the field in JSON
	 * @return assertions about the matching calls
	 */
	public RecordedRequestsAssert withoutBodyField(String name) {
		return with("no field " + name, (request) -> !body(request).has(name));
	}

	/**
	 * Verify the status of the response.
	 * @param status the status
	 * @return assertions about the matching calls
	 */
	public RecordedRequestsAssert answeredWith(int status) {
		return with("answer " + status, (request) -> request.status() == status);
	}

	/**
	 * Verify that there was exactly one call.
	 * @return these assertions
	 */
	public RecordedRequestsAssert once() {
		return times(1);
	}

	/**
	 * Verify the number of calls.
	 * @param count the expected number
	 * @return these assertions
	 */
	public RecordedRequestsAssert times(int count) {
		if (this.actual.size() != count) {
			failWithMessage("Expected %s call(s) but there are %s: %s", count, this.actual.size(), this.actual);
		}
		return this;
	}

	private RecordedRequestsAssert with(String description, Predicate<RecordedRequest> condition) {
		List<RecordedRequest> found = this.actual.stream().filter(condition).toList();
		if (found.isEmpty()) {
			failWithMessage("Expected a call with %s but there are only:%n%s", description, details());
		}
		return new RecordedRequestsAssert(descriptionText(), found);
	}

	private String details() {
		return String.join(System.lineSeparator(),
				this.actual.stream()
					.map((request) -> request + " query " + request.query() + " body " + request.body())
					.toList());
	}

	private static JsonNode body(RecordedRequest request) {
		try {
			return MAPPER.readTree(request.body());
		}
		catch (JacksonException ex) {
			// A form or an empty body does not have JSON fields
			return MissingNode.getInstance();
		}
	}

}
