package io.github.clerkspring.emulator.instance;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Domains of the instance, checks of their proxies, and the change of the primary one.
 */
final class DomainRoutes implements Family {

	private static final String ONE = "/domains/{domain_id}";

	private static final Fields CHECK = Fields.none()
		.required(FieldType.STRING, "domain_id")
		.nullable(FieldType.STRING, "proxy_url")
		.reference(InstanceShapes.DOMAIN, "domain_id");

	@Override
	public void register(Operations routes) {
		routes.get("/domains", (tx, call) -> list(tx));
		routes.post("/domains", this::add);
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
		routes.post("/proxy_checks", this::checkProxy);
		routes.add("POST", "/instance/change_domain", this::change, (route) -> route.status(202));
		routes.add("PUT", "/beta_features/domain", this::change, (route) -> route.status(202));
		routes.add("POST", "/beta_features/change_domain", this::change, (route) -> route.status(202));
	}

	private JsonNode list(Transaction tx) {
		ObjectNode answer = Json.object();
		answer.set("data", Json.array(InstanceDomains.table(tx).all().stream().map(Resource::toJson).toList()));
		return answer.put("total_count", InstanceDomains.table(tx).size());
	}

	private JsonNode add(Transaction tx, ApiCall call) {
		Body body = call.body(Fields.none()
			.required(FieldType.STRING, "name")
			.required(FieldType.BOOLEAN, "is_satellite")
			.nullable(FieldType.STRING, "proxy_url"));
		if (!body.flag("is_satellite", false)) {
			throw ApiException.parameter("primary_domain_already_exists", "is_satellite",
					"primary domain already exists",
					"The instance has its primary domain. All new domains must be satellites.");
		}
		String proxyUrl = body.text("proxy_url");
		return InstanceDomains.add(tx, body.required("name"), (proxyUrl != null) ? proxyUrl(proxyUrl) : null).toJson();
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource domain = domain(tx, call);
		Body body = call.body(Fields.none()
			.nullable(FieldType.STRING, "name", "proxy_url")
			.nullable(FieldType.BOOLEAN, "is_secondary"));
		String proxyUrl = body.text("proxy_url");
		String checked = (proxyUrl != null) ? proxyUrl(proxyUrl) : null;
		String name = body.text("name");
		if (name != null) {
			InstanceDomains.rename(tx, domain, "name", name);
		}
		return tx.update(domain, (draft) -> {
			body.copy(draft, "is_secondary");
			if (body.has("proxy_url")) {
				draft.set("proxy_url", checked);
			}
		}).toJson();
	}

	private JsonNode delete(Transaction tx, ApiCall call) {
		Resource domain = domain(tx, call);
		if (!domain.flag("is_satellite")) {
			throw new ApiException(403, "operation_not_allowed_on_primary_domain", "operation not allowed",
					"This operation is not allowed on a primary domain. Try again with a satellite domain.");
		}
		return tx.delete(domain);
	}

	// No address is called: each valid one counts as reachable.
	private JsonNode checkProxy(Transaction tx, ApiCall call) {
		Body body = call.body(tx, CHECK, null);
		Resource domain = tx.find(InstanceShapes.DOMAIN, body.required("domain_id"));
		String known = domain.text("proxy_url");
		String proxyUrl = proxyUrl(
				(body.text("proxy_url") != null || known == null) ? body.required("proxy_url") : known);
		return tx.create(InstanceShapes.PROXY_CHECK,
				(draft) -> draft.set("domain_id", domain.id()).set("proxy_url", proxyUrl).set("last_run_at", tx.now()))
			.toJson();
	}

	// The issuer is not changed, since it is part of the publishable key of running
	// applications.
	private @Nullable JsonNode change(Transaction tx, ApiCall call) {
		Body body = call
			.body(Fields.none().required(FieldType.STRING, "home_url").optional(FieldType.BOOLEAN, "is_secondary"));
		URI home = uri(body.required("home_url"));
		if (home == null) {
			throw ApiException.format("home_url", "home_url must be an http or https address.");
		}
		InstanceDomains.rename(tx, InstanceDomains.primary(tx), "home_url",
				InstanceDomains.domainOf(home.getHost(), body.flag("is_secondary", false)));
		LiveSessions.of(tx).endAll(tx);
		return null;
	}

	private Resource domain(Transaction tx, ApiCall call) {
		return tx.find(InstanceShapes.DOMAIN, call.path("domain_id"));
	}

	private static String proxyUrl(String value) {
		if (uri(value) == null) {
			throw ApiException.parameter("invalid_proxy_configuration", "proxy_url", "is invalid",
					"proxy_url must be the full http or https address of a proxy of the Frontend API.");
		}
		return value;
	}

	private static @Nullable URI uri(String value) {
		try {
			URI uri = URI.create(value);
			boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
			return (web && uri.getHost() != null) ? uri : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
