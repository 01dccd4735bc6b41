package io.github.clerkspring.emulator.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Elements of several pages.
 */
final class Widgets {

	private Widgets() {
	}

	/**
	 * A link to something that has a page.
	 * @param page the address of the pages of its kind
	 * @param id its id
	 * @param text the text
	 * @return the link
	 */
	static Html link(String page, String id, Object text) {
		return Html.of("<a href=\"{}/{}\">{}</a>", page, Html.encode(id), text);
	}

	/**
	 * A time to the second, in UTC.
	 * @param millis the milliseconds since 1970, or nothing
	 * @return the time
	 */
	static Html time(JsonNode millis) {
		return (millis.isNumber()) ? time(Instant.ofEpochMilli(millis.asLong())) : Html.of("–");
	}

	static Html time(Instant instant) {
		String text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
		return Html.of("<time datetime=\"{}\">{}</time>", instant, text.replace('T', ' ').replace("Z", ""));
	}

	static String number(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	/**
	 * A value with a button that copies it, which the script shows.
	 * @param label the name of the value
	 * @param value the value
	 * @return a line
	 */
	static Html copyable(String label, String value) {
		return Html.of("""
				<p class="copyable"><span>{}</span> <code>{}</code>
				<button type="button" data-copy="{}" aria-label="Copy {}" hidden>Copy</button></p>""", label, value,
				value, label);
	}

	static Html json(JsonNode tree) {
		return Html.of("<pre tabindex=\"0\">{}</pre>",
				JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tree));
	}

	static Html error(ApiException error) {
		return Html.of("<p class=\"error\" role=\"alert\">{}</p>", error.longMessage());
	}

	static Html details(String summary, Html content) {
		return Html.of("<details><summary>{}</summary>{}</details>", summary, content);
	}

	static Html table(String caption, Html heads, Html rows) {
		return Html.of("""
				<div class="scroll"><table>
				<caption class="unseen">{}</caption>
				<thead><tr>{}</tr></thead>
				<tbody>
				{}
				</tbody>
				</table></div>""", caption, heads, rows);
	}

	/**
	 * Table with rows that a script updates.
	 * @param source the address of its rows
	 * @param maximum the maximum number of rows
	 * @param caption a description of the rows
	 * @param heads the names of the columns
	 * @param rows the rows, each with an id
	 * @return the table
	 */
	static Html liveTable(String source, int maximum, String caption, Html heads, Html rows) {
		return Html.of("""
				<div class="scroll"><table data-live="{}" data-maximum="{}">
				<caption class="unseen">{}</caption>
				<thead><tr>{}</tr></thead>
				<tbody>
				{}
				</tbody>
				</table></div>""", source, maximum, caption, heads, rows);
	}

}
