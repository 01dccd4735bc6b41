package io.github.clerkspring.emulator.console;

import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * How much there is, what applications need to know, the last requests, and the reset.
 */
final class OverviewPage implements Page {

	private static final int REQUESTS = 10;

	private final Operations api;

	private final Operations control;

	private final RequestPage requests;

	OverviewPage(Operations api, Operations control, RequestPage requests) {
		this.api = api;
		this.control = control;
		this.requests = requests;
	}

	@Override
	public ConsoleReply show(ConsoleRequest request) {
		JsonNode instance = this.control.get(Map.of(), "instance");
		Html counts = Html.join(Stream.of(count(UserPages.PATH, "Users", "users", "count"),
				count(OrganizationPages.PATH, "Organizations", "organizations"),
				count(MembershipPage.PATH, "Memberships", "organization_memberships"),
				count(SessionPage.PATH, "Sessions", "sessions")));
		return Frame.around("/", "Overview", Html.of("""
				{}<ul class="counts">
				{}
				</ul>
				<h2>Connect an application</h2>
				{}
				<h2>Requests</h2>
				{}
				<h2>Start afresh</h2>
				<details><summary>Forget users, organizations and all the rest…</summary>
				<form method="post" action="/console/reset">
				<p>What is in the seed file and the options is set up again.</p>
				<button class="danger">Reset the emulator</button>
				</form></details>""", done(request), counts, connection(instance), this.requests.table(REQUESTS)));
	}

	@Override
	public ConsoleReply submit(ConsoleRequest request) {
		this.control.post(Map.of(), "reset");
		return ConsoleReply.redirect("/?done=reset");
	}

	private Html count(String page, String name, String... path) {
		JsonNode answer = this.api.get(Map.of("limit", 1, "paginated", true), path);
		return Html.of("<li><a href=\"{}\"><strong>{}</strong> {}</a></li>", page,
				Widgets.number(answer.get("total_count").asLong()), name);
	}

	private static Html connection(JsonNode instance) {
		return Html.join(Stream
			.of(Map.entry("CLERK_API_URL", "base_url"), Map.entry("CLERK_SECRET_KEY", "secret_key"),
					Map.entry("CLERK_PUBLISHABLE_KEY", "publishable_key"),
					Map.entry("CLERK_WEBHOOK_SIGNING_SECRET", "webhook_secret"), Map.entry("Issuer", "issuer"),
					Map.entry("Key set", "jwks_url"))
			.filter((line) -> instance.path(line.getValue()).isString())
			.map((line) -> Widgets.copyable(line.getKey(), instance.path(line.getValue()).asString(""))));
	}

	private static Html done(ConsoleRequest request) {
		return (request.text("done").equals("reset"))
				? Html.of("<p class=\"notice\" role=\"status\">The emulator was reset.</p>") : Html.NONE;
	}

}
