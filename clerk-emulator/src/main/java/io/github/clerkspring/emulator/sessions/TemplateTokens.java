package io.github.clerkspring.emulator.sessions;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.organizations.Memberships;
import io.github.clerkspring.emulator.organizations.OrganizationView;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.CustomSigner;
import io.github.clerkspring.emulator.tokens.TokenSigner;
import io.github.clerkspring.emulator.users.UserShapes;
import io.github.clerkspring.emulator.users.UserView;

/**
 * Creates the tokens of JWT templates.
 */
public final class TemplateTokens {

	private TemplateTokens() {
	}

	/**
	 * Creates the default claims for a user. A session is created unless an id is given.
	 * @param tx the transaction
	 * @param name the name of the template
	 * @param userId the id of the user
	 * @param sessionId the id of a session of the user, or null
	 * @param organizationId the id of the active organization of a new session, or null
	 * @param lifetime how long the token lives, in seconds, or null for what the template
	 * says
	 * @return the claims, to which others can be added
	 * @throws ApiException 404 if the template does not exist, user or session
	 */
	public static Map<String, Object> claims(Transaction tx, String name, String userId, @Nullable String sessionId,
			@Nullable String organizationId, @Nullable Long lifetime) {
		find(tx, name);
		Resource session = (sessionId != null) ? tx.find(SessionShapes.SESSION, sessionId, "user_id", userId)
				: Sessions.start(tx, tx.find(UserShapes.USER, userId), organizationId);
		return claims(tx, name, session, lifetime);
	}

	/**
	 * Returns whether tokens of a template are signed with a custom key.
	 * @param tx the transaction
	 * @param name the name of the template
	 * @return true if the template has a custom key
	 * @throws ApiException 404 if the template does not exist
	 */
	public static boolean hasOwnKey(Transaction tx, String name) {
		return find(tx, name).flag("custom_signing_key");
	}

	/**
	 * Signs with the key of the template, or with the current key if it has none.
	 * @param tx the transaction
	 * @param name the name of the template
	 * @param claims the claims
	 * @return the token
	 * @throws ApiException 404 if the template does not exist
	 */
	public static String sign(Transaction tx, String name, Map<String, ?> claims) {
		Resource template = find(tx, name);
		return (hasOwnKey(tx, name)) ? CustomSigner.sign(template.required("signing_algorithm"),
				template.required("signing_key"), TokenSigner.TEMPLATE, claims)
				: TokenSigner.of(tx).sign(TokenSigner.TEMPLATE, claims);
	}

	static Map<String, Object> claims(Transaction tx, String name, Resource session, @Nullable Long lifetime) {
		Resource template = find(tx, name);
		long now = tx.now() / 1000;
		Long skew = template.number("allowed_clock_skew");
		Long usual = template.number("lifetime");
		Map<String, Object> claims = new LinkedHashMap<>();
		Shortcodes.render(template.object("claims"), values(tx, session))
			.properties()
			.forEach((claim) -> claims.put(claim.getKey(), claim.getValue()));
		claims.put("iss", Settings.of(tx).issuer());
		claims.put("sub", session.required("user_id"));
		claims.put("iat", now);
		claims.put("nbf", now - ((skew != null) ? skew : 0));
		claims.put("exp", now + ((lifetime != null) ? lifetime : (usual != null) ? usual : SessionTokens.LIFETIME));
		claims.put("jti", tx.ids().hex(20));
		return claims;
	}

	private static Resource find(Transaction tx, String name) {
		Resource template = tx.table(SessionShapes.JWT_TEMPLATE).first("name", name);
		if (template == null) {
			throw new ApiException(404, "resource_not_found", "JWT template not found",
					"No JWT template exists with name: " + name);
		}
		return template;
	}

	private static ObjectNode values(Transaction tx, Resource session) {
		Resource user = tx.find(UserShapes.USER, session.required("user_id"));
		ObjectNode values = Json.object();
		ObjectNode shown = UserView.show(tx, user);
		String fullName = UserView.fullName(user);
		shown.put("full_name", (fullName.isEmpty()) ? null : fullName);
		shown.put("primary_email_address", primary(tx, user, UserShapes.EMAIL_ADDRESS.object()));
		shown.put("primary_phone_number", primary(tx, user, UserShapes.PHONE_NUMBER.object()));
		shown.remove("private_metadata");
		values.set("user", shown);
		values.set("session", session.toJson());
		String organizationId = session.text("last_active_organization_id");
		Resource membership = (organizationId != null) ? Memberships.find(tx, organizationId, user.id()) : null;
		if (membership != null) {
			ObjectNode organization = OrganizationView.organization(tx, OrganizationView.owner(tx, membership));
			organization.put("role", membership.text("role")).remove("private_metadata");
			values.set("org", organization);
			ObjectNode member = membership.toJson();
			member.remove("private_metadata");
			values.set("org_membership", member);
		}
		return values;
	}

	private static @Nullable String primary(Transaction tx, Resource user, String kind) {
		String id = user.text("primary_" + kind + "_id");
		boolean email = kind.equals("email_address");
		Resource contact = (id != null)
				? tx.table((email) ? UserShapes.EMAIL_ADDRESS : UserShapes.PHONE_NUMBER).find(id) : null;
		return (contact != null) ? contact.text(kind) : null;
	}

}
