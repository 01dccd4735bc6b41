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
 * Assertions about calls of one operation. Each {@code with…} asserts that at least one
 * of the calls is so, and goes on with those that are.
 */
public final class RecordedRequestsAssert extends AbstractAssert<RecordedRequestsAssert, List<RecordedRequest>> {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	RecordedRequestsAssert(String operation, List<RecordedRequest> actual) {
		super(actual, RecordedRequestsAssert.class);
		as(operation);
	}

	/**
	 * Assert the path.
	 * @param path the path as sent, as {@code /v1/users/user_ada}
	 * @return assertions about the calls with it
	 */
	public RecordedRequestsAssert withPath(String path) {
		return with("path " + path, (request) -> request.path().equals(path));
	}

	/**
	 * Assert a parameter of the query.
	 * @param name the name
	 * @param values all its values, in order; none to assert that it is absent
	 * @return assertions about the calls with it
	 */
	public RecordedRequestsAssert withQuery(String name, String... values) {
		return with("query " + name + "=" + List.of(values),
				(request) -> request.query().getOrDefault(name, List.of()).equals(List.of(values)));
	}

	/**
	 * Assert a header. Those with credentials are not recorded.
	 * @param name the name, in any case
	 * @param value the value
	 * @return assertions about the calls with it
	 */
	public RecordedRequestsAssert withHeader(String name, String value) {
		return with("header " + name + ": " + value,
				(request) -> value.equals(request.headers().get(name.toLowerCase(Locale.ROOT))));
	}

	/**
	 * Assert the whole body.
	 * @param json the expected body; order of members and white space do not matter
	 * @return assertions about the calls with it
	 */
	public RecordedRequestsAssert withBody(String json) {
		JsonNode expected = MAPPER.readTree(json);
		return with("body " + json, (request) -> body(request).equals(expected));
	}

	/**
	 * Assert a field at the top of the body.
	 * @param name the name on the wire
	 * @param value text, number, boolean, list, map, or {@code null} for a field that was
	 * sent as null
	 * @return assertions about the calls with it
	 */
	public RecordedRequestsAssert withBodyField(String name, @Nullable Object value) {
		String expected = MAPPER.writeValueAsString(value);
		return with("field " + name + " = " + expected,
				(request) -> Objects.equals(body(request).path(name), MAPPER.readTree(expected)));
	}

	/**
	 * Assert that a field was not sent, not even as null.
	 * @param name the name on the wire
	 * @return assertions about the calls without it
	 */
	public RecordedRequestsAssert withoutBodyField(String name) {
		return with("no field " + name, (request) -> !body(request).has(name));
	}

	/**
	 * Assert what was answered.
	 * @param status the status
	 * @return assertions about the calls with that answer
	 */
	public RecordedRequestsAssert answeredWith(int status) {
		return with("answer " + status, (request) -> request.status() == status);
	}

	/**
	 * Assert that it is one call.
	 * @return these assertions
	 */
	public RecordedRequestsAssert once() {
		return times(1);
	}

	/**
	 * Assert how many calls there are.
	 * @param count the number
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
			// A form or nothing: it has none of the fields
			return MissingNode.getInstance();
		}
	}

}
