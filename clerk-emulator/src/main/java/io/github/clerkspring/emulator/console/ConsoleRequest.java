package io.github.clerkspring.emulator.console;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Request of a browser.
 *
 * @param method the HTTP method
 * @param path the decoded segments of the path; a single empty segment for the first page
 * @param parameters the parameters of the query or of the submitted form
 * @param host the header {@code Host}, or null
 * @param origin the header {@code Origin}, or null
 */
public record ConsoleRequest(String method, List<String> path, Map<String, List<String>> parameters,
		@Nullable String host, @Nullable String origin) {

	/**
	 * Returns the segment of the path after the name of the page.
	 * @return the segment, empty if absent
	 */
	String subject() {
		return (this.path.size() > 2) ? this.path.get(2) : "";
	}

	String text(String name) {
		List<String> values = this.parameters.getOrDefault(name, List.of());
		return (values.isEmpty()) ? "" : values.get(0).trim();
	}

	/**
	 * Whether a page of the console itself sent this, not one of another host.
	 * @return true if so
	 */
	boolean sameOrigin() {
		return this.origin != null && this.host != null && this.origin.replaceFirst("^https?://", "").equals(this.host);
	}

}
