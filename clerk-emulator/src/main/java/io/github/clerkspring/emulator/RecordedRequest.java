package io.github.clerkspring.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.http.JournalEntry;

/**
 * A request that the emulator has answered.
 *
 * @param time when it came, by the emulator's clock
 * @param method the verb
 * @param path the path as sent, without query
 * @param operation the operation, as {@code GET /users/{user_id}}, or null if there is
 * none at that path
 * @param query the decoded parameters
 * @param headers the headers with names in lower case, those with credentials left out
 * @param body the body as text
 * @param status the status of the answer, or 0 if the connection was broken on purpose
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
