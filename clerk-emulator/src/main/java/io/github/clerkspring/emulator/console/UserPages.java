package io.github.clerkspring.emulator.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Lists and creates users.
 */
final class UserPages implements Page {

	static final String PATH = Frame.ROOT + "/users";

	private static final CreateForm FORM = new CreateForm(PATH, "Create a user",
			List.of(Field.text("email_address", "E-mail address", "as ada@example.com"),
					Field.text("username", "Username", ""), Field.text("first_name", "First name", ""),
					Field.text("last_name", "Last name", ""), Field.text("password", "Password", "none if empty")));

	private final Operations api;

	UserPages(Operations api) {
		this.api = api;
	}

	@Override
	public ConsoleReply show(ConsoleRequest request) {
		return (request.subject().isEmpty()) ? list(200, request, Html.NONE) : one(request.subject());
	}

	@Override
	public ConsoleReply submit(ConsoleRequest request) {
		Map<String, Object> body = FORM.values(request);
		body.computeIfPresent("email_address", (name, address) -> List.of(address));
		try {
			return ConsoleReply.redirect(PATH + "/" + Html.encode(this.api.post(body, "users").get("id").asString()));
		}
		catch (ApiException ex) {
			return list(ex.status(), request, Widgets.error(ex));
		}
	}

	private ConsoleReply list(int status, ConsoleRequest request, Html result) {
		Listing listing = new Listing(PATH, request);
		JsonNode users = this.api.get(listing.parameters(), "users");
		long total = this.api.get(Map.of("query", listing.query()), "users", "count").get("total_count").asLong();
		Html heads = Html.of("<th>User</th><th>Address</th><th>State</th><th>Created</th><th>Last sign-in</th>");
		return Frame.around(status, PATH, "Users",
				Html.of("{}{}{}{}", result, FORM.draw(request, new Suggestions(this.api), total == 0 || status != 200),
						listing.search("Name, address, username, phone number or id"), listing.table(total,
								"Users, newest first", heads, Html.join(users.valueStream().map(UserPages::row)))));
	}

	private ConsoleReply one(String id) {
		JsonNode user = this.api.get(Map.of(), "users", id);
		JsonNode memberships = this.api.get(Map.of("limit", Listing.SIZE), "users", id, "organization_memberships");
		JsonNode sessions = this.api.get(Map.of("user_id", id, "limit", Listing.SIZE, "paginated", true), "sessions");
		return Frame.around(PATH, name(user), Html.of("""
				{}
				<p><a class="action" href="/console/tokens?user_id={}">Mint a token</a></p>
				<h2>Memberships</h2>
				{}
				<h2>Sessions</h2>
				{}
				{}""", Widgets.copyable("Id", id), Html.encode(id), MembershipPage.first(memberships),
				SessionPage.first(sessions), Widgets.details("All properties", Widgets.json(user))));
	}

	private static Html row(JsonNode user) {
		return Html.of("<tr><td>{}<code>{}</code></td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
				Widgets.link(PATH, user.get("id").asString(), name(user)), user.get("id").asString(), address(user),
				state(user), Widgets.time(user.path("created_at")), Widgets.time(user.path("last_sign_in_at")));
	}

	private static Html state(JsonNode user) {
		return Html.join(Stream.of("banned", "locked")
			.filter((state) -> user.path(state).asBoolean(false))
			.map((state) -> Html.of("<span class=\"badge bad\">{}</span>", state)));
	}

	private static String name(JsonNode user) {
		String name = Stream.of("first_name", "last_name")
			.map((part) -> user.path(part).asString(""))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(" "));
		return Stream.of(name, user.path("username").asString(""), address(user))
			.filter((each) -> !each.isEmpty())
			.findFirst()
			.orElse("Without a name");
	}

	private static String address(JsonNode user) {
		String primary = user.path("primary_email_address_id").asString("");
		return user.path("email_addresses")
			.valueStream()
			.filter((address) -> address.get("id").asString().equals(primary))
			.map((address) -> address.get("email_address").asString())
			.findFirst()
			.orElse("");
	}

}
