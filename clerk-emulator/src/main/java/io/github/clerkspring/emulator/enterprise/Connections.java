package io.github.clerkspring.emulator.enterprise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.organizations.OrganizationDomainRoutes;
import io.github.clerkspring.emulator.organizations.OrganizationShapes;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The rules of enterprise connections, whichever of their two APIs is used.
 */
final class Connections {

	private static final List<String> ENROLLING = List.of("automatic_invitation", "automatic_suggestion");

	private static final List<Shape> PARTS = List.of(ConnectionShapes.SAML_CONNECTION, ConnectionShapes.OAUTH_CONFIG,
			ConnectionShapes.TEST_RUN);

	private Connections() {
	}

	/**
	 * Adds the removal of dependent resources with a connection, and of its links with an
	 * organization.
	 * @param relations the relations to add to
	 */
	static void relate(Relations relations) {
		PARTS.forEach((part) -> relations.removeWith(ConnectionShapes.CONNECTION, part, "enterprise_connection_id"));
		relations.onRemove(OrganizationShapes.ORGANIZATION,
				(tx, organization) -> table(tx).by("organization_id", organization.id())
					.forEach((connection) -> tx.update(connection, (draft) -> draft.set("organization_id", null))));
	}

	/**
	 * Creates a connection.
	 * @param tx the transaction
	 * @param call the call
	 * @param body the common properties
	 * @param samlPart the SAML properties, or null
	 * @param oidcPart the OpenID Connect properties, or null
	 * @return the connection
	 */
	static Resource create(Transaction tx, ApiCall call, Body body, @Nullable Body samlPart, @Nullable Body oidcPart) {
		String name = body.required("name");
		String provider = body.required("provider");
		List<String> domains = domains(body);
		if (domains.isEmpty()) {
			throw ApiException.missing("domains");
		}
		requireFree(tx, body.text("organization_id"), null);
		requireUnused(tx, domains, null);
		List<ObjectNode> attributes = CustomAttributes.read(body);
		boolean saml = provider.startsWith("saml_");
		Map<String, @Nullable Object> part = (saml) ? saml(provider, samlPart) : oidc(provider, name, oidcPart);
		part.putIfAbsent("name", name);
		boolean active = body.flag("active", false);
		if (active && saml) {
			SamlSettings.requireComplete(part::get);
		}
		if (active) {
			claim(tx, domains, true);
		}
		Resource connection = call.create(tx, ConnectionShapes.CONNECTION, (draft) -> {
			draft.set("name", name).set("provider", provider);
			draft.set("domains", domains).set("custom_attributes", attributes);
			body.copyValues(draft, "organization_id", "allow_organization_account_linking", "active");
		});
		tx.create(shape(connection), (draft) -> {
			part.forEach(draft::set);
			draft.set("enterprise_connection_id", connection.id());
		});
		return connection;
	}

	/**
	 * Changes a connection.
	 * @param tx the transaction
	 * @param connection the connection
	 * @param body the common properties
	 * @param saml the SAML properties, or null
	 * @param oidc the OpenID Connect properties, or null
	 * @param consent whether domains with which organizations enroll members may go
	 */
	static void update(Transaction tx, Resource connection, Body body, @Nullable Body saml, @Nullable Body oidc,
			boolean consent) {
		requireFree(tx, body.text("organization_id"), connection);
		List<String> sent = domains(body);
		List<String> domains = (sent.isEmpty()) ? connection.texts("domains") : sent;
		requireUnused(tx, sent, connection);
		List<ObjectNode> attributes = CustomAttributes.read(body);
		Resource part = part(tx, connection);
		Map<String, @Nullable Object> changes = (isSaml(connection))
				? SamlSettings.read(saml, part.object("attribute_mapping")) : OidcSettings.read(oidc, part);
		if (saml != null && saml.text("name") != null) {
			changes.put("name", saml.text("name"));
		}
		boolean before = connection.flag("active");
		boolean active = body.flag("active", before);
		if (active && isSaml(connection)) {
			SamlSettings.requireComplete((name) -> (changes.containsKey(name)) ? changes.get(name) : part.get(name));
		}
		if (active && (!before || !sent.isEmpty())) {
			claim(tx, domains, consent);
		}
		tx.update(connection, (draft) -> {
			body.copyValues(draft, "name", "active", "organization_id", "sync_user_attributes",
					"disable_additional_identifications", "allow_organization_account_linking");
			draft.set("domains", domains);
			if (body.tree().path("custom_attributes").isArray()) {
				draft.set("custom_attributes", attributes);
			}
		});
		tx.update(part, (draft) -> changes.forEach(draft::set));
	}

	/**
	 * The part for the protocol of a connection.
	 * @param tx the transaction
	 * @param connection the connection
	 * @return its SAML connection or its OAuth configuration
	 */
	static Resource part(Transaction tx, Resource connection) {
		Resource part = tx.table(shape(connection)).first("enterprise_connection_id", connection.id());
		if (part == null) {
			throw new IllegalStateException("No part of " + connection.id());
		}
		return part;
	}

	static Resource find(Transaction tx, String id) {
		return tx.find(ConnectionShapes.CONNECTION, id);
	}

	static boolean isSaml(Resource connection) {
		return connection.required("provider").startsWith("saml_");
	}

	static Table table(Transaction tx) {
		return tx.table(ConnectionShapes.CONNECTION);
	}

	private static Shape shape(Resource connection) {
		return (isSaml(connection)) ? ConnectionShapes.SAML_CONNECTION : ConnectionShapes.OAUTH_CONFIG;
	}

	private static Map<String, @Nullable Object> saml(String provider, @Nullable Body body) {
		ObjectNode mapping = SamlSettings.usualMapping(provider);
		Map<String, @Nullable Object> part = SamlSettings.read(body, mapping);
		part.putIfAbsent("attribute_mapping", mapping);
		return part;
	}

	private static Map<String, @Nullable Object> oidc(String provider, String name, @Nullable Body body) {
		Map<String, @Nullable Object> part = OidcSettings.read(body, null);
		part.put("provider_key", OidcSettings.providerKey(provider, name));
		return part;
	}

	private static List<String> domains(Body body) {
		List<String> sent = Stream.concat(Stream.ofNullable(body.text("domain")), body.texts("domains").stream())
			.map((domain) -> domain.toLowerCase(Locale.ROOT))
			.distinct()
			.toList();
		sent.stream().filter((domain) -> !OrganizationDomainRoutes.isDomain(domain)).findFirst().ifPresent((domain) -> {
			throw ApiException.format("domains", domain + " is not a domain name.");
		});
		return sent;
	}

	private static void requireFree(Transaction tx, @Nullable String organizationId, @Nullable Resource connection) {
		if (organizationId == null) {
			return;
		}
		tx.find(OrganizationShapes.ORGANIZATION, organizationId);
		Resource present = table(tx).first("organization_id", organizationId);
		if (present != null && present != connection) {
			throw ApiException.parameter("organization_already_has_sso_connection", "organization_id",
					"this organization already has an SSO connection",
					"The organization already has the enterprise connection " + present.id());
		}
	}

	private static void requireUnused(Transaction tx, List<String> domains, @Nullable Resource connection) {
		for (Resource other : table(tx).all()) {
			for (String domain : domains) {
				if (other != connection && other.texts("domains").contains(domain)) {
					throw new ApiException(409, "duplicate_record", "duplicate domain",
							"The domain " + domain + " belongs to the enterprise connection " + other.id() + ".",
							Map.of("param_name", "domain"));
				}
			}
		}
	}

	private static void claim(Transaction tx, List<String> domains, boolean consent) {
		Table table = tx.table(OrganizationShapes.DOMAIN);
		List<Resource> enrolling = new ArrayList<>();
		domains.forEach((domain) -> enrolling.addAll(table.by("name", domain)));
		enrolling.removeIf((domain) -> !OrganizationDomainRoutes.isVerified(domain)
				|| !ENROLLING.contains(domain.required("enrollment_mode")));
		if (!enrolling.isEmpty() && !consent) {
			throw new ApiException(422, "organization_domain_exists_for_enrollment",
					"domain exists for organization enrollment",
					"An organization enrolls members by " + enrolling.get(0).text("name")
							+ ": consent_verified_domains_deletion must be true to end that.");
		}
		enrolling.forEach((domain) -> tx.publish("organizationDomain.deleted", tx.delete(domain)));
	}

}
