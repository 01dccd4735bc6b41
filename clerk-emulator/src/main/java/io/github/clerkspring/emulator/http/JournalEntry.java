package io.github.clerkspring.emulator.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request in the journal.
 *
 * @param number the number of the request, counted from 1
 * @param time the time of the request by the emulator's clock
 * @param method the method
 * @param path the path as sent, without query
 * @param operation the operation, or null if the path has none
 * @param query the decoded parameters
 * @param headers the headers with names in lower case, without credentials
 * @param body the body as text
 * @param status the status of the response, or 0 for a broken connection
 */
public record JournalEntry(long number, Instant time, String method, String path, @Nullable String operation,
		Map<String, List<String>> query, Map<String, String> headers, String body, int status) {

	JournalEntry numbered(long number) {
		return new JournalEntry(number, this.time, this.method, this.path, this.operation, this.query, this.headers,
				this.body, this.status);
	}

}
