package io.github.clerkspring.security.session;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.Entitlements;
import io.github.clerkspring.security.FactorAges;

/**
 * Reads a {@link ClerkSession} from claims of either version. What is missing, or has
 * another form than Clerk's, grants nothing.
 */
final class SessionReader {

	private static final String PREFIX = "org:";

	private static final Instant UNKNOWN = Instant.EPOCH;

	private final PermissionDecoder permissions = new PermissionDecoder();

	ClerkSession read(String userId, String sessionId, @Nullable Instant expiresAt, Map<String, Object> claims) {
		return new ClerkSession(userId, sessionId, status(claims), organization(claims), entitlements(claims, "fea"),
				entitlements(claims, "pla"), actor(claims.get("act")), factorAges(claims.get("fva")),
				(expiresAt != null) ? expiresAt : UNKNOWN, claims, Set.of());
	}

	private static ClerkSession.Status status(Map<String, Object> claims) {
		String status = text(claims, "sts");
		return (status != null) ? new ClerkSession.Status(status) : ClerkSession.Status.ACTIVE;
	}

	private ClerkSession.@Nullable Organization organization(Map<String, Object> claims) {
		if (!isSecondVersion(claims)) {
			return firstVersion(claims);
		}
		return (claims.get("o") instanceof Map<?, ?> organization) ? secondVersion(organization, claims) : null;
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

	private ClerkSession.@Nullable Organization secondVersion(Map<?, ?> organization, Map<String, Object> claims) {
		String id = text(organization, "id");
		if (id == null) {
			return null;
		}
		String features = text(claims, "fea");
		String names = text(organization, "per");
		String masks = text(organization, "fpm");
		Set<String> granted = (features != null && names != null && masks != null)
				? this.permissions.decode(features, names, masks) : Set.of();
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

	private static Entitlements entitlements(Map<String, Object> claims, String name) {
		String list = text(claims, name);
		return (list != null) ? ScopedName.entitlements(list) : Entitlements.NONE;
	}

	@SuppressWarnings("unchecked")
	private static ClerkSession.@Nullable Actor actor(@Nullable Object actor) {
		return (actor instanceof Map<?, ?> members)
				? new ClerkSession.Actor(text(members, "sub"), (Map<String, Object>) members) : null;
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
		return ((value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= FactorAges.NEVER)
				? Long.valueOf(((Number) value).longValue()) : null;
	}

	private static @Nullable String text(Map<?, ?> members, String name) {
		return (members.get(name) instanceof String text && !text.isBlank()) ? text : null;
	}

}
