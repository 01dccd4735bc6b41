package io.github.clerkspring.emulator.organizations;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.instance.OrganizationSettings;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * E-mail domains of organizations.
 */
public final class OrganizationDomainRoutes implements Family {

	private static final String ALL = "/organizations/{organization_id}/domains";

	private static final String ONE = ALL + "/{domain_id}";

	private static final String[] MODES = { "manual_invitation", "automatic_invitation", "automatic_suggestion",
			"enterprise_sso" };

	private static final Pattern NAME = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

	private static final List<String> COMMON = List.of("gmail.com", "googlemail.com", "outlook.com", "hotmail.com",
			"yahoo.com", "icloud.com", "proton.me");

	@Override
	public void register(Operations routes) {
		routes.get("/organization_domains", this::list);
		routes.get(ALL, this::ofOrganization);
		routes.post(ALL, this::create);
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
		routes.post(ONE + "/verify_ownership", (tx, call) -> {
			Resource domain = domain(tx, call);
			tx.update(domain, (draft) -> draft.set("ownership_verification", verification(tx, "txt", true))
				.set("verification", verification(tx, "txt", true)));
			return publish(tx, "updated", domain);
		});
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		Query query = call.query();
		String organization = query.text("organization_id");
		Selection selection = Selection.of(table(tx))
			.in("organization_id", (organization != null) ? List.of(organization) : List.of())
			.in("name", query.all("domains"));
		String part = query.text("query");
		if (part != null) {
			String lower = part.toLowerCase(Locale.ROOT);
			selection.where((domain) -> part.startsWith("org_") ? part.equals(domain.text("organization_id"))
					: domain.required("name").contains(lower));
		}
		return page(tx, call, selection);
	}

	private JsonNode ofOrganization(Transaction tx, ApiCall call) {
		return page(tx, call, Selection.of(table(tx)).in("organization_id", List.of(organization(tx, call).id())));
	}

	private JsonNode page(Transaction tx, ApiCall call, Selection selection) {
		Boolean verified = call.query().flag("verified");
		if (verified != null) {
			selection.where((domain) -> isVerified(domain) == verified);
		}
		List<String> modes = call.query().all("enrollment_mode");
		for (String mode : modes) {
			if (!List.of(MODES).contains(mode.startsWith("-") ? mode.substring(1) : mode)) {
				throw ApiException.value("enrollment_mode", mode);
			}
		}
		boolean including = modes.stream().anyMatch((mode) -> !mode.startsWith("-"));
		selection.where((domain) -> !modes.contains("-" + domain.text("enrollment_mode"))
				&& (!including || modes.contains(domain.required("enrollment_mode"))));
		return Paging.of(call)
			.envelope(selection, Ordering.NEWEST_FIRST.by("name"), (each) -> OrganizationView.domain(tx, each));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Resource organization = organization(tx, call);
		Body body = call.body(Fields.none()
			.required(FieldType.STRING, "name")
			.optional(FieldType.STRING, "enrollment_mode")
			.oneOf("enrollment_mode", MODES)
			.nullable(FieldType.BOOLEAN, "verified"));
		String name = body.required("name").toLowerCase(Locale.ROOT);
		check(tx, name);
		OrganizationSettings.requireDomain(tx, table(tx).count("organization_id", organization.id()),
				body.text("enrollment_mode"));
		boolean verified = body.flag("verified", true);
		Resource domain = tx.create(OrganizationShapes.DOMAIN, (draft) -> {
			draft.set("organization_id", organization.id()).set("name", name);
			draft.set("affiliation_verification", verification(tx, "affiliation_email_code", verified));
			draft.set("verification", verification(tx, "affiliation_email_code", verified));
			body.copy(draft, "enrollment_mode");
		});
		return publish(tx, "created", domain);
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource domain = domain(tx, call);
		Body body = call.body(Fields.none()
			.nullable(FieldType.STRING, "enrollment_mode")
			.oneOf("enrollment_mode", MODES)
			.nullable(FieldType.BOOLEAN, "verified"));
		OrganizationSettings.requireMode(tx, body.text("enrollment_mode"));
		tx.update(domain, (draft) -> {
			if (body.text("enrollment_mode") != null) {
				body.copy(draft, "enrollment_mode");
			}
			if (body.has("verified")) {
				ObjectNode verification = verification(tx, "affiliation_email_code", body.flag("verified", false));
				draft.set("affiliation_verification", verification).set("verification", verification);
			}
		});
		return publish(tx, "updated", domain);
	}

	private JsonNode delete(Transaction tx, ApiCall call) {
		ObjectNode answer = tx.delete(domain(tx, call));
		tx.publish("organizationDomain.deleted", answer);
		return answer;
	}

	private JsonNode publish(Transaction tx, String what, Resource domain) {
		ObjectNode shown = OrganizationView.domain(tx, domain);
		tx.publish("organizationDomain." + what, shown);
		return shown;
	}

	private void check(Transaction tx, String name) {
		if (!isDomain(name)) {
			throw ApiException.format("name", "name must be a valid domain name.");
		}
		if (COMMON.contains(name)) {
			throw ApiException.parameter("organization_domain_common", "name", "common email domain",
					"This is a common email provider domain. Please use a different one.");
		}
		if (table(tx).first("name", name) != null) {
			throw ApiException.parameter("organization_domain_already_exists", "name", "already exists",
					"This domain is already used by another organization.");
		}
	}

	private ObjectNode verification(Transaction tx, String strategy, boolean verified) {
		ObjectNode node = Json.object().put("status", (verified) ? "verified" : "unverified").put("strategy", strategy);
		node.put("attempts", 0).putNull("expire_at");
		return node.set("verified_at", Json.of((verified) ? tx.now() : null));
	}

	public static boolean isDomain(String name) {
		return NAME.matcher(name).matches();
	}

	public static boolean isVerified(Resource domain) {
		@Nullable Object verification = domain.get("verification");
		return verification instanceof ObjectNode node && "verified".equals(node.path("status").asString());
	}

	private Resource domain(Transaction tx, ApiCall call) {
		return tx.find(OrganizationShapes.DOMAIN, call.path("domain_id"), "organization_id",
				organization(tx, call).id());
	}

	private Resource organization(Transaction tx, ApiCall call) {
		return tx.find(OrganizationShapes.ORGANIZATION, call.path("organization_id"));
	}

	private Table table(Transaction tx) {
		return tx.table(OrganizationShapes.DOMAIN);
	}

}
