package io.github.clerkspring.emulator.console;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request of a browser.
 *
 * @param method the verb
 * @param path the segments of the path, decoded; of the first page a single empty one
 * @param parameters those of the query, or those of the form that was sent
 * @param host the header of that name, or null
 * @param origin the header of that name, or null
 */
public record ConsoleRequest(String method, List<String> path, Map<String, List<String>> parameters,
		@Nullable String host, @Nullable String origin) {

	/**
	 * The segment of the path behind the name of the page.
	 * @return the segment, empty if there is none
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
