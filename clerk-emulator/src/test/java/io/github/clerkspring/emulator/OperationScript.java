package io.github.clerkspring.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lines of a file that call every operation. Values of responses are kept for the
 * lines that follow.
 */
public final class OperationScript {

	/** The file. */
	public static final Path FILE = Path.of("src/test/resources/every-operation.txt");

	private static final Pattern LINE = Pattern
		.compile("(?:(upload) |as (\\S+) )?(GET|POST|PUT|PATCH|DELETE) (\\S+)(?: ([{\\[].*?))?(?: => (.+))?");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

	private final Map<String, String> kept = new HashMap<>();

	/**
	 * Reads the file.
	 * @return the lines that are calls
	 */
	public static List<Line> read() {
		try {
			List<String> lines = Files.readAllLines(FILE);
			List<Line> calls = new ArrayList<>();
			for (int i = 0; i < lines.size(); i++) {
				if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
					calls.add(new Line(i + 1, lines.get(i)));
				}
			}
			return calls;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends the call of a line and keeps what the line names.
	 * @param api sends the call
	 * @param line the line
	 * @return the response
	 */
	public JsonNode run(ApiTester api, Line line) {
		Call call = call(line);
		api.as((call.credential() != null) ? call.credential() : api.emulator().secretKey());
		JsonNode response = (call.upload()) ? api.upload(call.method(), call.path())
				: api.call(call.method(), call.path(), call.body());
		if (call.keep() != null) {
			keep(call.keep(), response);
		}
		return response;
	}

	/**
	 * Fills the variables of a line.
	 * @param line the line
	 * @return the call
	 */
	public Call call(Line line) {
		Matcher matcher = LINE.matcher(fill(line.text()));
		assertThat(matcher.matches()).as("a line like the others").isTrue();
		return new Call(matcher.group(1) != null, matcher.group(2), matcher.group(3), matcher.group(4),
				matcher.group(5), matcher.group(6));
	}

	private void keep(String assignments, JsonNode response) {
		for (String assignment : assignments.split(" ")) {
			String[] parts = assignment.split("=", 2);
			JsonNode value = response.at(parts[1]);
			assertThat(value.isString()).as(assignment + " of " + response).isTrue();
			this.kept.put(parts[0], value.stringValue());
		}
	}

	private String fill(String line) {
		return VARIABLE.matcher(line).replaceAll((match) -> {
			assertThat(this.kept).as(line).containsKey(match.group(1));
			return Matcher.quoteReplacement(this.kept.get(match.group(1)));
		});
	}

	/**
	 * A line of the file.
	 *
	 * @param number its number
	 * @param text what it says
	 */
	public record Line(int number, String text) {

	}

	/**
	 * A call.
	 *
	 * @param upload whether it sends a file
	 * @param credential the key to present, or null for the secret key
	 * @param method the verb
	 * @param path the path below {@code /v1} and the query
	 * @param body the body, or null
	 * @param keep the values to keep of the response, or null
	 */
	public record Call(boolean upload, @Nullable String credential, String method, String path, @Nullable String body,
			@Nullable String keep) {

	}

}
