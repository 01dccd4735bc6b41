package io.github.clerkspring.emulator.organizations;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiVersion;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.engine.Upload;
import io.github.clerkspring.emulator.instance.Images;
import io.github.clerkspring.emulator.instance.OrganizationSettings;
import io.github.clerkspring.emulator.roles.RoleSets;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Organizations.
 */
final class OrganizationRoutes implements Family {

	private static final String ONE = "/organizations/{organization_id}";

	private static final String[] METADATA = { "public_metadata", "private_metadata" };

	private static final Pattern SLUG = Pattern.compile("[a-z0-9]+([-_][a-z0-9]+)*");

	private static final String SLUG_RULE = "lowercase letters and digits, separated by dashes and underscores";

	private static final Fields METADATA_FIELDS = Fields.none().nullable(FieldType.OBJECT, METADATA);

	private static final Fields CREATE = METADATA_FIELDS.required(FieldType.STRING, "name")
		.nullable(FieldType.STRING, "created_by", "slug", "role_set_key")
		.nullable(FieldType.INTEGER, "max_allowed_memberships")
		.nullable(FieldType.INSTANT, "created_at")
		.notBlank("name")
		.matching(SLUG, SLUG_RULE, "slug")
		.unique(OrganizationShapes.ORGANIZATION, "slug")
		.range(0, Integer.MAX_VALUE, "max_allowed_memberships");

	private static final Fields UPDATE = METADATA_FIELDS.nullable(FieldType.STRING, "name", "slug", "role_set_key")
		.nullable(FieldType.INTEGER, "max_allowed_memberships")
		.nullable(FieldType.BOOLEAN, "admin_delete_enabled")
		.nullable(FieldType.INSTANT, "created_at")
		.notBlank("name")
		.matching(SLUG, SLUG_RULE, "slug")
		.unique(OrganizationShapes.ORGANIZATION, "slug")
		.range(0, Integer.MAX_VALUE, "max_allowed_memberships");

	static final List<Shape> PARTS = List.of(OrganizationShapes.INVITATION, OrganizationShapes.DOMAIN);

	@Override
	public void register(Operations routes) {
		routes.get("/organizations", this::list);
		routes.post("/organizations", this::create);
		routes.get(ONE, (tx, call) -> show(tx, call.query(), organization(tx, call)));
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
		routes.patch(ONE + "/metadata", (tx, call) -> metadata(tx, call, true));
		routes.put(ONE + "/metadata", (tx, call) -> metadata(tx, call, false));
		routes.put(ONE + "/logo", this::uploadLogo);
		routes.delete(ONE + "/logo",
				(tx, call) -> change(tx, organization(tx, call), (draft) -> draft.set("has_image", false)));
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		Query query = call.query();
		Selection organizations = Selection.of(table(tx)).ids(query.all("organization_id"));
		organizations.referenced(query.all("user_id"),
				(users) -> users.stream()
					.flatMap((id) -> Memberships.table(tx).by("user_id", id).stream())
					.map((membership) -> membership.required("organization_id"))
					.toList());
		Search.narrow(organizations, query.text("query"), "name", "slug");
		return Paging.of(call).envelope(organizations, ordering(tx), (found) -> show(tx, query, found));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		OrganizationSettings.requireEnabled(tx);
		Body body = call.body(tx, CREATE, null);
		String name = body.required("name");
		Resource creator = creator(tx, body.text("created_by"));
		String slug = (body.text("slug") != null) ? body.required("slug") : freeSlug(tx, name);
		Resource roleSet = RoleSets.choose(tx, body.text("role_set_key"));
		Resource organization = call.create(tx, OrganizationShapes.ORGANIZATION, (draft) -> {
			OrganizationSettings.applyDefaults(tx, draft);
			body.copy(draft, "created_by", "max_allowed_memberships");
			body.copy(draft, METADATA);
			draft.set("name", name).set("slug", slug).set("role_set_key", roleSet.text("key"));
			createdAt(body, draft);
		});
		ObjectNode shown = OrganizationView.organization(tx, organization);
		tx.publish("organization.created", shown);
		if (creator != null) {
			Memberships.add(tx, null, organization, creator, RoleSets.creatorRole(tx, organization), (draft) -> {
			});
		}
		return shown;
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource organization = organization(tx, call);
		boolean metadata = call.version().isBefore(ApiVersion.LATEST.value());
		Body body = call.body(tx, (metadata) ? UPDATE : UPDATE.without(METADATA), organization);
		String roleSet = body.text("role_set_key");
		if (roleSet != null) {
			OrganizationRoles.requireFit(tx, organization, RoleSets.choose(tx, roleSet));
		}
		return change(tx, organization, (draft) -> {
			body.copy(draft, "admin_delete_enabled", "max_allowed_memberships");
			body.copyValues(draft, "role_set_key");
			body.copy(draft, METADATA);
			body.copyValues(draft, "name", "slug");
			createdAt(body, draft);
		});
	}

	private JsonNode delete(Transaction tx, ApiCall call) {
		Resource organization = organization(tx, call);
		ObjectNode answer = tx.delete(organization);
		answer.put("slug", organization.text("slug"));
		tx.publish("organization.deleted", answer);
		return answer;
	}

	private JsonNode metadata(Transaction tx, ApiCall call, boolean merge) {
		Resource organization = organization(tx, call);
		Body body = call.body(METADATA_FIELDS);
		return change(tx, organization, (draft) -> metadata(body, draft, organization, merge));
	}

	static void metadata(Body body, Draft draft, Resource resource, boolean merge) {
		for (String name : METADATA) {
			ObjectNode value = body.object(name);
			if (value != null) {
				draft.set(name, (merge) ? Json.merge(resource.object(name), value) : value);
			}
		}
	}

	private JsonNode uploadLogo(Transaction tx, ApiCall call) {
		Resource organization = organization(tx, call);
		Upload upload = call.upload();
		upload.requireImage("file", 413);
		String uploader = upload.text("uploader_user_id");
		if (uploader != null) {
			tx.find(UserShapes.USER, uploader);
		}
		ObjectNode shown = change(tx, organization, (draft) -> draft.set("has_image", true));
		return shown.put("logo_url", Images.url(organization));
	}

	private ObjectNode show(Transaction tx, Query query, Resource organization) {
		ObjectNode node = OrganizationView.organization(tx, organization);
		if (Boolean.TRUE.equals(query.flag("include_members_count"))) {
			node.put("members_count", OrganizationView.members(tx, organization));
			node.put("pending_invitations_count",
					tx.table(OrganizationShapes.INVITATION)
						.by("organization_id", organization.id())
						.stream()
						.filter((invitation) -> OrganizationView.status(tx, invitation).equals("pending"))
						.count());
		}
		if (Boolean.TRUE.equals(query.flag("include_missing_member_with_elevated_permissions"))) {
			node.put("missing_member_with_elevated_permissions", !Memberships.hasElevated(tx, organization.id(), null));
		}
		return node;
	}

	private ObjectNode change(Transaction tx, Resource organization, Consumer<Draft> changes) {
		ObjectNode node = OrganizationView.organization(tx, tx.update(organization, changes));
		tx.publish("organization.updated", node);
		return node;
	}

	private @Nullable Resource creator(Transaction tx, @Nullable String userId) {
		if (userId == null) {
			return null;
		}
		Resource user = tx.table(UserShapes.USER).find(userId);
		if (user == null) {
			throw new ApiException(400, "organization_creator_not_found", "creator not found",
					"No users found with id " + userId + ".");
		}
		return user;
	}

	private String freeSlug(Transaction tx, String name) {
		String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		String start = (slug.isEmpty()) ? "organization" : slug;
		return (table(tx).first("slug", start) == null) ? start : start + "-" + tx.now() + tx.ids().hex(4);
	}

	private Table table(Transaction tx) {
		return tx.table(OrganizationShapes.ORGANIZATION);
	}

	private Resource organization(Transaction tx, ApiCall call) {
		String id = call.path("organization_id");
		Resource bySlug = table(tx).first("slug", id);
		return (bySlug != null) ? bySlug : tx.find(OrganizationShapes.ORGANIZATION, id);
	}

	private static void createdAt(Body body, Draft draft) {
		Long instant = body.instant("created_at");
		if (instant != null) {
			draft.createdAt(instant);
		}
	}

	private static Ordering ordering(Transaction tx) {
		return Ordering.NEWEST_FIRST.by("name")
			.by("members_count", (organization) -> OrganizationView.members(tx, organization));
	}

}
