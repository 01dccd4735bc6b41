package io.github.clerkspring.emulator.console;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Lists and creates the memberships of all organizations.
 */
final class MembershipPage implements Page {

	static final String PATH = Frame.ROOT + "/memberships";

	static final Html HEADS = Html.of("<th>User</th><th>Organization</th><th>Role</th><th>Since</th>");

	private static final CreateForm FORM = new CreateForm(PATH, "Add a member",
			List.of(Field.required("organization_id", "Organization", "the id, org_…"),
					Field.required("user_id", "User", "the id, user_…"),
					Field.required("role", "Role", "the key, as org:admin")));

	private final Operations api;

	MembershipPage(Operations api) {
		this.api = api;
	}

	@Override
	public ConsoleReply show(ConsoleRequest request) {
		return list(200, request, Html.NONE);
	}

	@Override
	public ConsoleReply submit(ConsoleRequest request) {
		Map<String, Object> body = FORM.values(request);
		Object organization = body.remove("organization_id");
		try {
			if (organization == null) {
				throw ApiException.missing("organization_id");
			}
			this.api.post(body, "organizations", organization.toString(), "memberships");
			return ConsoleReply.redirect(PATH);
		}
		catch (ApiException ex) {
			return list(ex.status(), request, Widgets.error(ex));
		}
	}

	private ConsoleReply list(int status, ConsoleRequest request, Html result) {
		Listing listing = new Listing(PATH, request);
		JsonNode memberships = this.api.get(listing.parameters(), "organization_memberships");
		long total = memberships.get("total_count").asLong();
		return Frame.around(status, PATH, "Memberships",
				Html.of("{}{}{}", result, FORM.draw(request, new Suggestions(this.api), total == 0 || status != 200),
						listing.table(total, "Memberships, newest first", HEADS, rows(memberships))));
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
