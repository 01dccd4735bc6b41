package io.github.clerkspring.test.session;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.github.clerkspring.security.ClerkSession.Actor.Kind;

/**
 * Claims of a session token in the format of version 2. Claims that are not set are
 * absent, and the session is active.
 *
 * @param <S> the type of this object
 */
public abstract class SessionClaims<S extends SessionClaims<S>> {

	private final Map<String, @Nullable Object> custom = new LinkedHashMap<>();

	private final Map<String, String> organization = new LinkedHashMap<>();

	private final Set<String> permissions = new LinkedHashSet<>();

	private final Set<String> features = new LinkedHashSet<>();

	private final Set<String> plans = new LinkedHashSet<>();

	private final String userId;

	private String sessionId = "sess_test";

	private String status = "active";

	/**
	 * Create the claims of a user.
	 * @param userId the id of the user
	 */
	protected SessionClaims(String userId) {
		Assert.hasText(userId, "'userId' must not be empty");
		this.userId = userId;
	}

	/**
	 * Return this object with its own type.
	 * @return this object
	 */
	protected abstract S self();

	/**
	 * Set the id of the session. Defaults to {@code sess_test}.
	 * @param sessionId the id
	 * @return this object
	 */
	public S sessionId(String sessionId) {
		this.sessionId = sessionId;
		return self();
	}

	/**
	 * Set the id of the active organization.
	 * @param organizationId the id of the organization
	 * @return this object
	 */
	public S organization(String organizationId) {
		this.organization.put("id", organizationId);
		return self();
	}

	/**
	 * Set the slug of the active organization.
	 * @param slug the slug
	 * @return this object
	 */
	public S organizationSlug(String slug) {
		this.organization.put("slg", slug);
		return self();
	}

	/**
	 * Set the role in the active organization.
	 * @param role the key of the role, such as {@code org:admin}
	 * @return this object
	 */
	public S role(String role) {
		this.organization.put("rol", (role.startsWith("org:")) ? role.substring("org:".length()) : role);
		return self();
	}

	/**
	 * Add permissions in the active organization. System permissions of Clerk,
	 * {@code org:sys_…}, are not supported in tokens.
	 * @param permissions the keys of the permissions, such as {@code org:invoices:create}
	 * @return this object
	 */
	public S permissions(String... permissions) {
		for (String permission : permissions) {
			Assert.isTrue(permission.matches("org:(?!sys_)[^:,]+:[^:,]+"),
					() -> "'" + permission + "' is no permission of a token, as 'org:invoices:create' is");
			this.permissions.add(permission);
		}
		return self();
	}

	/**
	 * Add features.
	 * @param features the slugs of the features with the prefix of their owner, such as
	 * {@code o:export} for the active organization, {@code u:export} for the user or
	 * {@code ou:export} for both
	 * @return this object
	 */
	public S features(String... features) {
		requireOwner(features);
		this.features.addAll(List.of(features));
		return self();
	}

	/**
	 * Add plans.
	 * @param plans the slugs of the plans with the prefix of their owner, such as
	 * {@code o:pro} or {@code u:pro}
	 * @return this object
	 */
	public S plans(String... plans) {
		requireOwner(plans);
		this.plans.addAll(List.of(plans));
		return self();
	}

	/**
	 * Set the time since the verification of the two factors.
	 * @param first the minutes since the verification of the first factor, or -1 for none
	 * @param second the minutes since the verification of the second factor, or -1 for
	 * none
	 * @return this object
	 */
	public S factorAges(int first, int second) {
		return claim("fva", List.of(first, second));
	}

	/**
	 * Set the actor that impersonates the user with an actor token.
	 * @param subject the id of the actor
	 * @return this object
	 */
	public S actor(String subject) {
		return actor(Kind.ACTOR_TOKEN, subject);
	}

	/**
	 * Set the actor that impersonates the user.
	 * @param kind the kind of impersonation
	 * @param subject the id of the actor
	 * @return this object
	 */
	public S actor(Kind kind, String subject) {
		return claim("act", switch (kind) {
			case DASHBOARD -> Map.of("iss", "https://dashboard.clerk.com", "sid", "sess_dashboard", "sub", subject);
			case ACTOR_TOKEN -> Map.of("sub", subject);
			case AGENT -> Map.of("sub", subject, "type", "agent");
		});
	}

	/**
	 * Set the pending tasks of the user in the custom claim {@code tasks}, and make the
	 * session pending.
	 * @param keys the keys of the tasks, such as {@code choose-organization}
	 * @return this object
	 */
	public S tasks(String... keys) {
		pending();
		return claim("tasks", List.of(keys));
	}

	/**
	 * Make the session pending. Applications reject tokens of pending sessions by
	 * default, but tokens are not verified here.
	 * @return this object
	 */
	public S pending() {
		this.status = "pending";
		return self();
	}

	/**
	 * Set an arbitrary claim.
	 * @param name the name
	 * @param value the string, number, boolean, list or map, or {@code null} to remove
	 * the claim
	 * @return this object
	 */
	public S claim(String name, @Nullable Object value) {
		this.custom.put(name, value);
		return self();
	}

	/**
	 * Return the claims without time claims.
	 * @return a new map of the claims
	 */
	protected final Map<String, Object> claims() {
		Map<String, @Nullable Object> claims = new LinkedHashMap<>();
		claims.put("v", 2);
		claims.put("sub", this.userId);
		claims.put("sid", this.sessionId);
		claims.put("sts", this.status);
		claims.put("pla", (this.plans.isEmpty()) ? null : String.join(",", this.plans));
		PermissionMasks masks = PermissionMasks.of(this.permissions, this.features);
		claims.put("fea", (masks.features().isEmpty()) ? null : masks.features());
		claims.put("o", organization(masks));
		claims.putAll(this.custom);
		Map<String, Object> present = new LinkedHashMap<>();
		claims.forEach((name, value) -> {
			if (value != null) {
				present.put(name, value);
			}
		});
		return present;
	}

	private static void requireOwner(String... names) {
		for (String name : names) {
			Assert.isTrue(name.matches("(o|u|ou|uo):[^:,]+"),
					() -> "'" + name + "' must begin with its owner, as 'o:'");
		}
	}

	private @Nullable Map<String, String> organization(PermissionMasks masks) {
		if (!this.organization.containsKey("id")) {
			Assert.state(this.organization.isEmpty() && this.permissions.isEmpty(),
					"A role, a slug and permissions need an organization");
			return null;
		}
		Map<String, String> claim = new LinkedHashMap<>(this.organization);
		if (!this.permissions.isEmpty()) {
			claim.put("per", masks.names());
			claim.put("fpm", masks.masks());
		}
		return claim;
	}

}
