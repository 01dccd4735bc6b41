package io.github.clerkspring.emulator.routes;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.token.CustomSigner;
import io.github.clerkspring.emulator.token.TokenSigner;

/**
 * Makes tokens of JWT templates.
 */
final class TemplateTokens {

	private final Emulation emulation;

	private final UserView users;

	private final OrganizationView organizations;

	private final Memberships memberships;

	TemplateTokens(Emulation emulation, UserView users, OrganizationView organizations, Memberships memberships) {
		this.emulation = emulation;
		this.users = users;
		this.organizations = organizations;
		this.memberships = memberships;
	}

	String token(Resource template, Resource session, @Nullable Long lifetime) {
		long now = this.emulation.now() / 1000;
		Long skew = template.number("allowed_clock_skew");
		Long usual = template.number("lifetime");
		Map<String, Object> claims = new LinkedHashMap<>();
		Shortcodes.render(template.object("claims"), values(session))
			.properties()
			.forEach((claim) -> claims.put(claim.getKey(), claim.getValue()));
		claims.put("iss", this.emulation.settings().issuer());
		claims.put("sub", session.required("user_id"));
		claims.put("iat", now);
		claims.put("nbf", now - ((skew != null) ? skew : 0));
		claims.put("exp", now + ((lifetime != null) ? lifetime : (usual != null) ? usual : SessionTokens.LIFETIME));
		claims.put("jti", this.emulation.ids().hex(20));
		return (template.flag("custom_signing_key")) ? CustomSigner.sign(template.required("signing_algorithm"),
				template.required("signing_key"), TokenSigner.TEMPLATE, claims)
				: this.emulation.signer().sign(TokenSigner.TEMPLATE, claims);
	}

	private ObjectNode values(Resource session) {
		Resource user = this.emulation.find(UserShapes.USER, session.required("user_id"));
		ObjectNode values = Json.object();
		ObjectNode shown = this.users.show(user);
		String fullName = this.users.fullName(user);
		shown.put("full_name", (fullName.isEmpty()) ? null : fullName);
		shown.put("primary_email_address", primary(user, UserShapes.EMAIL_ADDRESS.object()));
		shown.put("primary_phone_number", primary(user, UserShapes.PHONE_NUMBER.object()));
		shown.remove("private_metadata");
		values.set("user", shown);
		values.set("session", session.toJson());
		String organizationId = session.text("last_active_organization_id");
		Resource membership = (organizationId != null) ? this.memberships.find(organizationId, user.id()) : null;
		if (membership != null) {
			ObjectNode organization = this.organizations.organization(this.organizations.owner(membership));
			organization.put("role", membership.text("role")).remove("private_metadata");
			values.set("org", organization);
			ObjectNode member = membership.toJson();
			member.remove("private_metadata");
			values.set("org_membership", member);
		}
		return values;
	}

	private @Nullable String primary(Resource user, String kind) {
		String id = user.text("primary_" + kind + "_id");
		boolean email = kind.equals("email_address");
		Resource contact = (id != null)
				? this.emulation.table((email) ? UserShapes.EMAIL_ADDRESS : UserShapes.PHONE_NUMBER).find(id) : null;
		return (contact != null) ? contact.text(kind) : null;
	}

}
