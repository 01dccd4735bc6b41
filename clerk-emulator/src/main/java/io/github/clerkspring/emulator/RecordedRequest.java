package io.github.clerkspring.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.http.JournalEntry;

/**
 * Request that the emulator has received.
 *
 * @param time the time of the request, by the emulator's clock
 * @param method the HTTP method
 * @param path the path as sent, without query
 * @param operation the operation, such as {@code GET /users/{user_id}}, or null for an
 * unknown path
 * @param query the decoded parameters
 * @param headers the headers with names in lower case, without credentials
 * @param body the body as text
 * @param status the status of the response, or 0 if a fault closed the connection
 */
public record RecordedRequest(Instant time, String method, String path, @Nullable String operation,
		Map<String, List<String>> query, Map<String, String> headers, String body, int status) {

	static RecordedRequest of(JournalEntry entry) {
		return new RecordedRequest(entry.time(), entry.method(), entry.path(), entry.operation(), entry.query(),
				entry.headers(), entry.body(), entry.status());
	}

	@Override
	public String toString() {
		return this.method + " " + this.path + " -> " + this.status;
	}

}
