package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;
import io.github.clerkspring.emulator.engine.Table;

/**
 * E-mail domains of organizations.
 */
final class OrganizationDomainRoutes implements RouteFamily {

	private static final String ALL = "/organizations/{organization_id}/domains";

	private static final String ONE = ALL + "/{domain_id}";

	private static final String[] MODES = { "manual_invitation", "automatic_invitation", "automatic_suggestion",
			"enterprise_sso" };

	private static final Pattern NAME = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

	private static final List<String> COMMON = List.of("gmail.com", "googlemail.com", "outlook.com", "hotmail.com",
			"yahoo.com", "icloud.com", "proton.me");

	private final Emulation emulation;

	private final OrganizationView view;

	private final OrganizationSettings settings;

	OrganizationDomainRoutes(Emulation emulation, OrganizationView view, OrganizationSettings settings) {
		this.emulation = emulation;
		this.view = view;
		this.settings = settings;
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/organization_domains", this::list);
		routes.get(ALL, this::ofOrganization);
		routes.post(ALL, this::create);
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
		routes.post(ONE + "/verify_ownership", (call) -> {
			Resource domain = domain(call);
			table().update(domain, (draft) -> draft.set("ownership_verification", verification("txt", true))
				.set("verification", verification("txt", true)));
			return publish("updated", domain);
		});
	}

	private JsonNode list(ApiCall call) {
		Query query = call.query();
		String organization = query.text("organization_id");
		Selection selection = Selection.of(table())
			.in("organization_id", (organization != null) ? List.of(organization) : List.of())
			.in("name", query.all("domains"));
		String part = query.text("query");
		if (part != null) {
			String lower = part.toLowerCase(Locale.ROOT);
			selection.where((domain) -> part.startsWith("org_") ? part.equals(domain.text("organization_id"))
					: domain.required("name").contains(lower));
		}
		return page(call, selection);
	}

	private JsonNode ofOrganization(ApiCall call) {
		return page(call, Selection.of(table()).in("organization_id", List.of(organization(call).id())));
	}

	private JsonNode page(ApiCall call, Selection selection) {
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
		return Paging.of(call).envelope(selection, Ordering.NEWEST_FIRST.by("name"), this.view::domain);
	}

	private JsonNode create(ApiCall call) {
		Resource organization = organization(call);
		Body body = call.body(Fields.none()
			.required(FieldType.STRING, "name")
			.optional(FieldType.STRING, "enrollment_mode")
			.oneOf("enrollment_mode", MODES)
			.nullable(FieldType.BOOLEAN, "verified"));
		String name = body.required("name").toLowerCase(Locale.ROOT);
		check(name);
		this.settings.requireDomain(table().count("organization_id", organization.id()), body.text("enrollment_mode"));
		boolean verified = body.flag("verified", true);
		Resource domain = this.emulation.create(OrganizationShapes.DOMAIN, (draft) -> {
			draft.set("organization_id", organization.id()).set("name", name);
			draft.set("affiliation_verification", verification("affiliation_email_code", verified));
			draft.set("verification", verification("affiliation_email_code", verified));
			body.copy(draft, "enrollment_mode");
		});
		return publish("created", domain);
	}

	private JsonNode update(ApiCall call) {
		Resource domain = domain(call);
		Body body = call.body(Fields.none()
			.nullable(FieldType.STRING, "enrollment_mode")
			.oneOf("enrollment_mode", MODES)
			.nullable(FieldType.BOOLEAN, "verified"));
		this.settings.requireMode(body.text("enrollment_mode"));
		table().update(domain, (draft) -> {
			if (body.text("enrollment_mode") != null) {
				body.copy(draft, "enrollment_mode");
			}
			if (body.has("verified")) {
				ObjectNode verification = verification("affiliation_email_code", body.flag("verified", false));
				draft.set("affiliation_verification", verification).set("verification", verification);
			}
		});
		return publish("updated", domain);
	}

	private JsonNode delete(ApiCall call) {
		ObjectNode answer = this.emulation.delete(OrganizationShapes.DOMAIN, domain(call));
		this.emulation.events().publish("organizationDomain.deleted", answer);
		return answer;
	}

	private JsonNode publish(String what, Resource domain) {
		ObjectNode shown = this.view.domain(domain);
		this.emulation.events().publish("organizationDomain." + what, shown);
		return shown;
	}

	private void check(String name) {
		if (!isDomain(name)) {
			throw ApiException.format("name", "name must be a valid domain name.");
		}
		if (COMMON.contains(name)) {
			throw ApiException.parameter("organization_domain_common", "name", "common email domain",
					"This is a common email provider domain. Please use a different one.");
		}
		if (table().first("name", name) != null) {
			throw ApiException.parameter("organization_domain_already_exists", "name", "already exists",
					"This domain is already used by another organization.");
		}
	}

	private ObjectNode verification(String strategy, boolean verified) {
		ObjectNode node = Json.object().put("status", (verified) ? "verified" : "unverified").put("strategy", strategy);
		node.put("attempts", 0).putNull("expire_at");
		return node.set("verified_at", Json.of((verified) ? this.emulation.now() : null));
	}

	static boolean isDomain(String name) {
		return NAME.matcher(name).matches();
	}

	static boolean isVerified(Resource domain) {
		@Nullable Object verification = domain.get("verification");
		return verification instanceof ObjectNode node && "verified".equals(node.path("status").asString());
	}

	private Resource domain(ApiCall call) {
		return this.emulation.find(OrganizationShapes.DOMAIN, call.path("domain_id"), "organization_id",
				organization(call).id());
	}

	private Resource organization(ApiCall call) {
		return this.emulation.find(OrganizationShapes.ORGANIZATION, call.path("organization_id"));
	}

	private Table table() {
		return this.emulation.table(OrganizationShapes.DOMAIN);
	}

}
