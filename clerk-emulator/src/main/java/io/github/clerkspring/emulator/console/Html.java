package io.github.clerkspring.emulator.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Markup. All that is put into it is escaped, unless it is markup itself.
 */
final class Html {

	static final Html NONE = new Html("");

	private static final String PLACEHOLDER = "{}";

	private final String markup;

	private Html(String markup) {
		this.markup = markup;
	}

	/**
	 * Fills a template.
	 * @param template the markup, with {@code {}} for each part; attributes are in double
	 * quotes
	 * @param parts the parts; null is empty
	 * @return the markup
	 */
	static Html of(String template, @Nullable Object... parts) {
		StringBuilder filled = new StringBuilder();
		int from = 0;
		for (Object part : parts) {
			int to = template.indexOf(PLACEHOLDER, from);
			if (to < 0) {
				throw new IllegalArgumentException("More parts than places in " + template);
			}
			filled.append(template, from, to).append(escape(part));
			from = to + PLACEHOLDER.length();
		}
		if (template.indexOf(PLACEHOLDER, from) >= 0) {
			throw new IllegalArgumentException("More places than parts in " + template);
		}
		return new Html(filled.append(template, from, template.length()).toString());
	}

	static Html join(Stream<Html> parts) {
		return new Html(parts.map(Html::toString).collect(Collectors.joining("\n")));
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static String escape(@Nullable Object part) {
		if (part == null || part instanceof Html) {
			return (part != null) ? part.toString() : "";
		}
		return part.toString()
			.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	boolean isEmpty() {
		return this.markup.isEmpty();
	}

	@Override
	public String toString() {
		return this.markup;
	}

}
