package io.github.clerkspring.security.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.ClerkSession.Actor.Kind;
import io.github.clerkspring.security.FactorAges;

/**
 * Reads a {@link ClerkSession} from claims of both versions. Missing and malformed claims
 * grant nothing.
 */
final class SessionReader {

	private static final Log logger = LogFactory.getLog(SessionReader.class);

	private static final String PREFIX = "org:";

	private static final String DASHBOARD = "https://dashboard.clerk.com";

	private static final Instant UNKNOWN = Instant.EPOCH;

	private final PermissionDecoder permissions = new PermissionDecoder();

	private final AtomicBoolean warned = new AtomicBoolean();

	ClerkSession read(String userId, String sessionId, @Nullable Instant expiresAt, Map<String, Object> claims) {
		ScopedNames listed = ScopedNames.read(claims.get("fea"));
		boolean readable = isReadable(claims, listed);
		ScopedNames features = (readable) ? listed : ScopedNames.EMPTY;
		ScopedNames plans = ScopedNames.read((readable) ? claims.get("pla") : null);
		if (!readable || features.malformed() || plans.malformed()) {
			warn();
		}
		return new ClerkSession(userId, sessionId, status(claims), organization(claims, readable, features),
				features.entitlements(), plans.entitlements(), actor(claims.get("act")),
				(readable) ? factorAges(claims.get("fva")) : null, tasks(claims.get("tasks")),
				(expiresAt != null) ? expiresAt : UNKNOWN, claims, Set.of());
	}

	// Clerk's library grants nothing for a token with an unreadable organization, not
	// even grants that do not depend on the organization
	private static boolean isReadable(Map<String, Object> claims, ScopedNames features) {
		if (!isSecondVersion(claims) || !JavaScript.isTruthy(claims.get("o"))) {
			return true;
		}
		return !features.malformed()
				&& (!(claims.get("o") instanceof Map<?, ?> organization) || areTexts(organization, "per", "fpm"));
	}

	private static boolean areTexts(Map<?, ?> organization, String first, String second) {
		Object one = organization.get(first);
		Object other = organization.get(second);
		return !JavaScript.isTruthy(one) || !JavaScript.isTruthy(other)
				|| (one instanceof String && other instanceof String);
	}

	private void warn() {
		if (this.warned.compareAndSet(false, true)) {
			logger.warn("A token has a malformed list of features, plans or permissions, which grants nothing. "
					+ "This is logged once");
		}
	}

	private static ClerkSession.Status status(Map<String, Object> claims) {
		String status = text(claims, "sts");
		return (status != null) ? new ClerkSession.Status(status) : ClerkSession.Status.ACTIVE;
	}

	private ClerkSession.@Nullable Organization organization(Map<String, Object> claims, boolean readable,
			ScopedNames features) {
		if (!isSecondVersion(claims)) {
			return firstVersion(claims);
		}
		return (claims.get("o") instanceof Map<?, ?> organization) ? secondVersion(organization, readable, features)
				: null;
	}

	private static boolean isSecondVersion(Map<String, Object> claims) {
		return claims.get("v") instanceof Number version && version.doubleValue() == 2;
	}

	private static ClerkSession.@Nullable Organization firstVersion(Map<String, Object> claims) {
		String id = text(claims, "org_id");
		if (id == null) {
			return null;
		}
		Set<String> permissions = new LinkedHashSet<>();
		if (claims.get("org_permissions") instanceof Collection<?> names) {
			for (Object name : names) {
				if (name instanceof String permission && permission.startsWith(PREFIX)) {
					permissions.add(permission);
				}
			}
		}
		return new ClerkSession.Organization(id, text(claims, "org_slug"), role(text(claims, "org_role")), permissions);
	}

	private ClerkSession.@Nullable Organization secondVersion(Map<?, ?> organization, boolean readable,
			ScopedNames features) {
		String id = text(organization, "id");
		if (id == null) {
			return null;
		}
		if (!readable) {
			return new ClerkSession.Organization(id, text(organization, "slg"), null, Set.of());
		}
		String names = text(organization, "per");
		String masks = text(organization, "fpm");
		Set<String> granted = (names != null && masks != null)
				? this.permissions.decode(features.elements(), names, masks) : Set.of();
		return new ClerkSession.Organization(id, text(organization, "slg"), role(text(organization, "rol")), granted);
	}

	private static @Nullable String role(@Nullable String role) {
		if (role == null) {
			return null;
		}
		String bare = role;
		while (bare.startsWith(PREFIX)) {
			bare = bare.substring(PREFIX.length());
		}
		return (bare.isEmpty()) ? null : PREFIX + bare;
	}

	@SuppressWarnings("unchecked")
	private static ClerkSession.@Nullable Actor actor(@Nullable Object actor) {
		return (actor instanceof Map<?, ?> members)
				? new ClerkSession.Actor(kind(members), text(members, "sub"), (Map<String, Object>) members) : null;
	}

	private static Kind kind(Map<?, ?> actor) {
		if ("agent".equals(actor.get("type"))) {
			return Kind.AGENT;
		}
		return DASHBOARD.equals(actor.get("iss")) ? Kind.DASHBOARD : Kind.ACTOR_TOKEN;
	}

	// Texts, or objects with a key as in Clerk's API
	private static List<String> tasks(@Nullable Object tasks) {
		List<String> keys = new ArrayList<>();
		if (tasks instanceof List<?> list) {
			for (Object task : list) {
				Object key = (task instanceof Map<?, ?> members) ? members.get("key") : task;
				if (key instanceof String text && !text.isBlank()) {
					keys.add(text);
				}
			}
		}
		return keys;
	}

	private static @Nullable FactorAges factorAges(@Nullable Object ages) {
		if (ages instanceof List<?> list && list.size() == 2) {
			Long first = age(list.get(0));
			Long second = age(list.get(1));
			return (first != null && second != null) ? new FactorAges(first, second) : null;
		}
		return null;
	}

	private static @Nullable Long age(@Nullable Object value) {
		if (!(value instanceof Number number)) {
			return null;
		}
		try {
			long age = new BigDecimal(number.toString()).longValueExact();
			return (age >= FactorAges.NEVER) ? Long.valueOf(age) : null;
		}
		catch (ArithmeticException | NumberFormatException ex) {
			// Not a whole number of minutes
			return null;
		}
	}

	private static @Nullable String text(Map<?, ?> members, String name) {
		return (members.get(name) instanceof String text && !text.isBlank()) ? text : null;
	}

}
