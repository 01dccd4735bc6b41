package io.github.clerkspring.emulator.console;

import java.util.Map;

/**
 * One page of a long list, with its search.
 */
final class Listing {

	static final int SIZE = 25;

	private final String path;

	private final String query;

	private final int page;

	Listing(String path, ConsoleRequest request) {
		this.path = path;
		this.query = request.text("query");
		String page = request.text("page");
		this.page = (page.matches("[1-9]\\d{0,6}")) ? Integer.parseInt(page) : 1;
	}

	String query() {
		return this.query;
	}

	/**
	 * The parameters of the operation that lists.
	 * @return the parameters
	 */
	Map<String, Object> parameters() {
		return Map.of("limit", SIZE, "offset", (this.page - 1) * SIZE, "query", this.query, "paginated", true,
				"include_members_count", true);
	}

	Html search(String label) {
		return Html.of("""
				<form class="search" role="search" action="{}">
				<label for="query">{}</label>
				<input id="query" name="query" type="search" value="{}">
				<button>Search</button>
				</form>""", this.path, label, this.query);
	}

	/**
	 * Draws the page of the list.
	 * @param total the number of entries of all pages
	 * @param caption a description of the entries
	 * @param heads the names of the columns
	 * @param rows the rows
	 * @return the table, with links to the pages before and behind
	 */
	Html table(long total, String caption, Html heads, Html rows) {
		if (rows.isEmpty()) {
			return Html.of("<p class=\"empty\">{}</p>",
					(this.query.isEmpty()) ? "There are none." : "Nothing matches “" + this.query + "”.");
		}
		long first = (this.page - 1L) * SIZE + 1;
		long last = Math.min(total, (long) this.page * SIZE);
		return Html.of("""
				{}
				<nav class="pager" aria-label="Pages of the list">
				{}<span>{}</span>{}
				</nav>""", Widgets.table(caption, heads, rows), turn(first > 1, this.page - 1, "Newer"),
				Widgets.number(first) + "–" + Widgets.number(last) + " of " + Widgets.number(total),
				turn(last < total, this.page + 1, "Older"));
	}

	/**
	 * Draws the first page of a list that has no other.
	 * @param total the number of entries
	 * @param caption a description of the entries
	 * @param heads the names of the columns
	 * @param rows the rows
	 * @return the table, with a remark if it does not show all
	 */
	static Html first(long total, String caption, Html heads, Html rows) {
		if (rows.isEmpty()) {
			return Html.of("<p class=\"empty\">There are none.</p>");
		}
		return Html.of("{}{}", Widgets.table(caption, heads, rows),
				(total > SIZE) ? Html.of("<p>The newest {} of {}.</p>", SIZE, Widgets.number(total)) : Html.NONE);
	}

	private Html turn(boolean there, int page, String text) {
		return (there) ? Html.of("<a href=\"{}{}\">{}</a>", this.path,
				Query.encode(Map.of("query", this.query, "page", page)), text) : Html.of("<span></span>");
	}

}
