package io.github.clerkspring.emulator.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Counts of resources, the configuration of applications, the last requests, and the
 * reset.
 */
final class OverviewPage implements Page {

	private static final int REQUESTS = 10;

	private static final Map<String, String> VARIABLES = new LinkedHashMap<>();
	static {
		VARIABLES.put("CLERK_API_URL", "base_url");
		VARIABLES.put("CLERK_SECRET_KEY", "secret_key");
		VARIABLES.put("CLERK_PUBLISHABLE_KEY", "publishable_key");
		VARIABLES.put("CLERK_WEBHOOK_SIGNING_SECRET", "webhook_secret");
	}

	private static final Map<String, String> FURTHER = new LinkedHashMap<>();
	static {
		FURTHER.put("Issuer", "issuer");
		FURTHER.put("Key set", "jwks_url");
		FURTHER.put("Public key", "jwt_key");
	}

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
				<h2>Reset</h2>
				<details><summary>Remove all users, organizations and other data…</summary>
				<form method="post" action="/console/reset">
				<p>The seed file and the options are applied again.</p>
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
		String environment = VARIABLES.entrySet()
			.stream()
			.filter((variable) -> instance.path(variable.getValue()).isString())
			.map((variable) -> variable.getKey() + "=" + instance.path(variable.getValue()).asString("") + "\n")
			.collect(Collectors.joining());
		return Html.of("{}{}{}", Html.join(lines(instance, VARIABLES)), Html.of("""
				<p><button type="button" data-copy="{}" hidden>Copy as .env</button></p>""", environment),
				Html.join(lines(instance, FURTHER)));
	}

	private static Stream<Html> lines(JsonNode instance, Map<String, String> lines) {
		return lines.entrySet()
			.stream()
			.filter((line) -> instance.path(line.getValue()).isString())
			.map((line) -> Widgets.copyable(line.getKey(), instance.path(line.getValue()).asString("")));
	}

	private static Html done(ConsoleRequest request) {
		return (request.text("done").equals("reset"))
				? Html.of("<p class=\"notice\" role=\"status\">The emulator was reset.</p>") : Html.NONE;
	}

}
