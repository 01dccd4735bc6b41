package io.github.clerkspring.emulator.routes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.token.TokenSigner;

/**
 * Makes tokens of JWT templates: claims with short codes in double braces. A text that is
 * one short code becomes its value with its type, others become text.
 */
final class TemplateTokens {

	private static final Pattern SHORTCODE = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*}}");

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
		render(template.object("claims"), values(session)).properties()
			.forEach((claim) -> claims.put(claim.getKey(), claim.getValue()));
		claims.put("iss", this.emulation.settings().issuer());
		claims.put("sub", session.required("user_id"));
		claims.put("iat", now);
		claims.put("nbf", now - ((skew != null) ? skew : 0));
		claims.put("exp", now + ((lifetime != null) ? lifetime : (usual != null) ? usual : SessionTokens.LIFETIME));
		claims.put("jti", this.emulation.ids().hex(20));
		return this.emulation.signer().sign(TokenSigner.TEMPLATE, claims);
	}

	private ObjectNode values(Resource session) {
		Resource user = this.emulation.find(UserShapes.USER, session.required("user_id"));
		ObjectNode values = Json.object();
		ObjectNode shown = this.users.show(user);
		shown.put("full_name", this.users.fullName(user));
		shown.put("primary_email_address", primary(user, UserShapes.EMAIL_ADDRESS.object()));
		shown.put("primary_phone_number", primary(user, UserShapes.PHONE_NUMBER.object()));
		values.set("user", shown);
		values.set("session", session.toJson());
		String organizationId = session.text("last_active_organization_id");
		Resource membership = (organizationId != null) ? this.memberships.find(organizationId, user.id()) : null;
		if (membership != null) {
			ObjectNode organization = this.organizations.organization(this.organizations.owner(membership));
			organization.put("role", membership.text("role"));
			values.set("org", organization);
			values.set("org_membership", membership.toJson());
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

	private static ObjectNode render(ObjectNode template, ObjectNode values) {
		ObjectNode rendered = Json.object();
		template.properties().forEach((claim) -> rendered.set(claim.getKey(), render(claim.getValue(), values)));
		return rendered;
	}

	private static JsonNode render(JsonNode template, ObjectNode values) {
		if (template instanceof ObjectNode object) {
			return render(object, values);
		}
		if (template instanceof ArrayNode array) {
			return Json.array(array.valueStream().map((element) -> render(element, values)).toList());
		}
		return (template.isString()) ? render(template.stringValue(), values) : template;
	}

	private static JsonNode render(String template, ObjectNode values) {
		Matcher matcher = SHORTCODE.matcher(template);
		if (matcher.matches()) {
			return value(matcher.group(1), values);
		}
		return Json.of(matcher.reset()
			.replaceAll((match) -> Matcher.quoteReplacement(value(match.group(1), values).asString(""))));
	}

	private static JsonNode value(String path, ObjectNode values) {
		JsonNode value = values.at("/" + path.replace('.', '/'));
		return (value.isMissingNode()) ? Json.of(null) : value;
	}

}
