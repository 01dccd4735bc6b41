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
 * Says what a session token claims, in the form of version 2. What is not said is absent,
 * and the session is active.
 *
 * @param <S> the type that the methods return
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
	 * Begin the claims of a user.
	 * @param userId the id of the user
	 */
	protected SessionClaims(String userId) {
		Assert.hasText(userId, "'userId' must not be empty");
		this.userId = userId;
	}

	/**
	 * Return this, with its type.
	 * @return this
	 */
	protected abstract S self();

	/**
	 * Set the id of the session; {@code sess_test} if nothing is said.
	 * @param sessionId the id
	 * @return this
	 */
	public S sessionId(String sessionId) {
		this.sessionId = sessionId;
		return self();
	}

	/**
	 * Make an organization the active one.
	 * @param organizationId the id of the organization
	 * @return this
	 */
	public S organization(String organizationId) {
		this.organization.put("id", organizationId);
		return self();
	}

	/**
	 * Set the slug of the active organization.
	 * @param slug the slug
	 * @return this
	 */
	public S organizationSlug(String slug) {
		this.organization.put("slg", slug);
		return self();
	}

	/**
	 * Set the role in the active organization.
	 * @param role the key of the role, as {@code org:admin}
	 * @return this
	 */
	public S role(String role) {
		this.organization.put("rol", (role.startsWith("org:")) ? role.substring("org:".length()) : role);
		return self();
	}

	/**
	 * Add permissions in the active organization. A token cannot carry those of Clerk
	 * itself, {@code org:sys_…}.
	 * @param permissions their keys, as {@code org:invoices:create}
	 * @return this
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
	 * @param features their slugs after their owner, as {@code o:export} of the active
	 * organization, {@code u:export} of the user or {@code ou:export} of both
	 * @return this
	 */
	public S features(String... features) {
		requireOwner(features);
		this.features.addAll(List.of(features));
		return self();
	}

	/**
	 * Add plans.
	 * @param plans their slugs after their owner, as {@code o:pro} or {@code u:pro}
	 * @return this
	 */
	public S plans(String... plans) {
		requireOwner(plans);
		this.plans.addAll(List.of(plans));
		return self();
	}

	/**
	 * Set when the two factors were verified.
	 * @param first minutes since the first factor, or -1
	 * @param second minutes since the second factor, or -1
	 * @return this
	 */
	public S factorAges(int first, int second) {
		return claim("fva", List.of(first, second));
	}

	/**
	 * Set who acts as the user, by an actor token of the application.
	 * @param subject the id of the actor
	 * @return this
	 */
	public S actor(String subject) {
		return actor(Kind.ACTOR_TOKEN, subject);
	}

	/**
	 * Set who acts as the user, and how that came about.
	 * @param kind the kind of actor
	 * @param subject the id of the actor
	 * @return this
	 */
	public S actor(Kind kind, String subject) {
		return claim("act", switch (kind) {
			case DASHBOARD -> Map.of("iss", "https://dashboard.clerk.com", "sid", "sess_dashboard", "sub", subject);
			case ACTOR_TOKEN -> Map.of("sub", subject);
			case AGENT -> Map.of("sub", subject, "type", "agent");
		});
	}

	/**
	 * Set the tasks that the user has left to do, in the custom claim {@code tasks}, and
	 * make the session pending.
	 * @param keys keys of the tasks, such as {@code choose-organization}
	 * @return this
	 */
	public S tasks(String... keys) {
		pending();
		return claim("tasks", List.of(keys));
	}

	/**
	 * Say that the session still has tasks to do. Applications refuse tokens of such
	 * sessions unless they are configured to accept them, but no token is verified here.
	 * @return this
	 */
	public S pending() {
		this.status = "pending";
		return self();
	}

	/**
	 * Set any claim.
	 * @param name the name
	 * @param value text, number, boolean, list or map; {@code null} leaves the claim out
	 * @return this
	 */
	public S claim(String name, @Nullable Object value) {
		this.custom.put(name, value);
		return self();
	}

	/**
	 * Return the claims, without times.
	 * @return a new map
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
