package io.github.clerkspring.emulator.console;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Lists and creates organizations.
 */
final class OrganizationPages implements Page {

	static final String PATH = Frame.ROOT + "/organizations";

	private static final CreateForm FORM = new CreateForm(PATH, "Create an organization",
			List.of(Field.required("name", "Name", ""), Field.text("slug", "Slug", "made from the name if empty"),
					Field.text("created_by", "Creator", "a user, who becomes its administrator")));

	private final Operations api;

	OrganizationPages(Operations api) {
		this.api = api;
	}

	@Override
	public ConsoleReply show(ConsoleRequest request) {
		return (request.subject().isEmpty()) ? list(200, request, Html.NONE) : one(request);
	}

	@Override
	public ConsoleReply submit(ConsoleRequest request) {
		try {
			JsonNode organization = this.api.post(FORM.values(request), "organizations");
			return ConsoleReply.redirect(PATH + "/" + Html.encode(organization.get("id").asString()));
		}
		catch (ApiException ex) {
			return list(ex.status(), request, Widgets.error(ex));
		}
	}

	private ConsoleReply list(int status, ConsoleRequest request, Html result) {
		Listing listing = new Listing(PATH, request);
		JsonNode organizations = this.api.get(listing.parameters(), "organizations");
		Html heads = Html.of("<th>Organization</th><th>Slug</th><th class=\"number\">Members</th><th>Created</th>");
		Html rows = Html.join(organizations.get("data").valueStream().map(OrganizationPages::row));
		long total = organizations.get("total_count").asLong();
		return Frame.around(status, PATH, "Organizations",
				Html.of("{}{}{}{}", result, FORM.draw(request, new Suggestions(this.api), total == 0 || status != 200),
						listing.search("Name, slug or id"),
						listing.table(total, "Organizations, newest first", heads, rows)));
	}

	private ConsoleReply one(ConsoleRequest request) {
		String id = request.subject();
		Listing listing = new Listing(PATH + "/" + Html.encode(id), request);
		JsonNode organization = this.api.get(Map.of(), "organizations", id);
		JsonNode members = this.api.get(listing.parameters(), "organizations", id, "memberships");
		return Frame.around(PATH, organization.path("name").asString(""),
				Html.of("""
						{}
						<h2>Members</h2>
						{}{}
						{}""", Widgets.copyable("Id", id), listing.search("Name or address"),
						listing.table(members.get("total_count").asLong(), "Members, newest first",
								MembershipPage.HEADS, MembershipPage.rows(members)),
						Widgets.details("All properties", Widgets.json(organization))));
	}

	private static Html row(JsonNode organization) {
		String id = organization.get("id").asString();
		return Html.of("<tr><td>{}<code>{}</code></td><td>{}</td><td class=\"number\">{}</td><td>{}</td></tr>",
				Widgets.link(PATH, id, organization.path("name").asString("")), id,
				organization.path("slug").asString(""), organization.path("members_count").asString(""),
				Widgets.time(organization.path("created_at")));
	}

}
