package io.github.clerkspring.emulator.console;

import tools.jackson.databind.JsonNode;

/**
 * The sessions.
 */
final class SessionPage implements Page {

	static final String PATH = Frame.ROOT + "/sessions";

	private static final Html HEADS = Html
		.of("<th>Session</th><th>User</th><th>Status</th><th>Last active</th><th>Expires</th>");

	private final Operations api;

	SessionPage(Operations api) {
		this.api = api;
	}

	@Override
	public ConsoleReply show(ConsoleRequest request) {
		Listing listing = new Listing(PATH, request);
		JsonNode sessions = this.api.get(listing.parameters(), "sessions");
		return Frame.around(PATH, "Sessions",
				listing.table(sessions.get("total_count").asLong(), "Sessions, newest first", HEADS, rows(sessions)));
	}

	static Html first(JsonNode sessions) {
		return Listing.first(sessions.get("total_count").asLong(), "Sessions, newest first", HEADS, rows(sessions));
	}

	private static Html rows(JsonNode sessions) {
		return Html.join(sessions.get("data").valueStream().map(SessionPage::row));
	}

	private static Html row(JsonNode session) {
		String status = session.path("status").asString("");
		String userId = session.path("user_id").asString("");
		return Html.of(
				"<tr><td><code>{}</code></td><td>{}</td><td><span class=\"badge {}\">{}</span></td><td>{}</td><td>{}</td></tr>",
				session.path("id").asString(""),
				Widgets.link(UserPages.PATH, userId, Html.of("<code>{}</code>", userId)),
				("active".equals(status)) ? "good" : "", status, Widgets.time(session.path("last_active_at")),
				Widgets.time(session.path("expire_at")));
	}

}
