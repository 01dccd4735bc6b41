package io.github.clerkspring.emulator.console;

import tools.jackson.databind.JsonNode;

/**
 * The memberships of all organizations.
 */
final class MembershipPage implements Page {

	static final String PATH = Frame.ROOT + "/memberships";

	static final Html HEADS = Html.of("<th>User</th><th>Organization</th><th>Role</th><th>Since</th>");

	private final Operations api;

	MembershipPage(Operations api) {
		this.api = api;
	}

	@Override
	public ConsoleReply show(ConsoleRequest request) {
		Listing listing = new Listing(PATH, request);
		JsonNode memberships = this.api.get(listing.parameters(), "organization_memberships");
		return Frame.around(PATH, "Memberships", listing.table(memberships.get("total_count").asLong(),
				"Memberships, newest first", HEADS, rows(memberships)));
	}

	static Html first(JsonNode memberships) {
		return Listing.first(memberships.get("total_count").asLong(), "Memberships, newest first", HEADS,
				rows(memberships));
	}

	static Html rows(JsonNode memberships) {
		return Html.join(memberships.get("data").valueStream().map(MembershipPage::row));
	}

	private static Html row(JsonNode membership) {
		JsonNode user = membership.path("public_user_data");
		JsonNode organization = membership.path("organization");
		return Html.of("<tr><td>{}</td><td>{}</td><td><span class=\"badge\">{}</span></td><td>{}</td></tr>",
				Widgets.link(UserPages.PATH, user.path("user_id").asString(""), user.path("identifier").asString("")),
				Widgets.link(OrganizationPages.PATH, organization.path("id").asString(""),
						organization.path("name").asString("")),
				membership.path("role").asString(""), Widgets.time(membership.path("created_at")));
	}

}
