package io.github.clerkspring.emulator.sessions;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Writes the claims about user and organization in the two versions that Clerk has had.
 */
final class SessionClaims {

	private static final String SYSTEM = "org:sys_";

	private SessionClaims() {
	}

	static Map<String, Object> version1(SessionSubject subject) {
		Map<String, Object> claims = new LinkedHashMap<>();
		SessionSubject.Organization organization = subject.organization();
		if (organization != null) {
			claims.put("org_id", organization.id());
			claims.put("org_role", organization.role());
			put(claims, "org_slug", organization.slug());
			claims.put("org_permissions", custom(organization.permissions()));
		}
		put(claims, "pla", plans(subject));
		put(claims, "fea", String.join(",", scoped(subject, features(subject))));
		return claims;
	}

	static Map<String, Object> version2(SessionSubject subject, String id) {
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("v", 2);
		claims.put("jti", id);
		claims.put("sts", subject.status());
		List<String> features = features(subject);
		put(claims, "pla", plans(subject));
		put(claims, "fea", String.join(",", scoped(subject, features)));
		SessionSubject.Organization organization = subject.organization();
		if (organization != null) {
			claims.put("o", organization(organization, features));
		}
		return claims;
	}

	private static Map<String, Object> organization(SessionSubject.Organization organization, List<String> features) {
		Map<String, Object> claim = new LinkedHashMap<>();
		claim.put("id", organization.id());
		claim.put("rol", organization.role().replaceFirst("^org:", ""));
		put(claim, "slg", organization.slug());
		List<String[]> permissions = split(organization.permissions());
		List<String> actions = permissions.stream().map((permission) -> permission[2]).distinct().toList();
		if (!actions.isEmpty()) {
			claim.put("per", String.join(",", actions));
			claim.put("fpm",
					String.join(",", features.stream().map((feature) -> mask(feature, permissions, actions)).toList()));
		}
		return claim;
	}

	private static String mask(String feature, List<String[]> permissions, List<String> actions) {
		BigInteger mask = BigInteger.ZERO;
		for (String[] permission : permissions) {
			if (permission[1].equals(feature)) {
				mask = mask.setBit(actions.indexOf(permission[2]));
			}
		}
		return mask.toString();
	}

	// Those of the organization first: Clerk's own readers disagree about masks when a
	// feature of the user alone stands before one of the organization.
	private static List<String> features(SessionSubject subject) {
		Set<String> features = new LinkedHashSet<>(organizationFeatures(subject));
		features.addAll(subject.features());
		return new ArrayList<>(features);
	}

	private static List<String> organizationFeatures(SessionSubject subject) {
		SessionSubject.Organization organization = subject.organization();
		if (organization == null) {
			return List.of();
		}
		return Stream
			.concat(split(organization.permissions()).stream().map((permission) -> permission[1]),
					organization.features().stream())
			.distinct()
			.toList();
	}

	private static List<String> scoped(SessionSubject subject, List<String> features) {
		List<String> ofOrganization = organizationFeatures(subject);
		return features.stream().map((feature) -> {
			boolean user = subject.features().contains(feature);
			boolean organization = ofOrganization.contains(feature);
			return ((user) ? "u" : "") + ((organization) ? "o" : "") + ":" + feature;
		}).toList();
	}

	private static String plans(SessionSubject subject) {
		List<String> plans = new ArrayList<>();
		SessionSubject.Organization organization = subject.organization();
		if (organization != null && organization.plan() != null) {
			plans.add("o:" + organization.plan());
		}
		if (subject.plan() != null) {
			plans.add("u:" + subject.plan());
		}
		return String.join(",", plans);
	}

	private static List<String> custom(List<String> permissions) {
		return permissions.stream().filter((permission) -> !permission.startsWith(SYSTEM)).toList();
	}

	private static List<String[]> split(List<String> permissions) {
		return custom(permissions).stream()
			.map((permission) -> permission.split(":", 3))
			.filter((parts) -> parts.length == 3)
			.toList();
	}

	private static void put(Map<String, Object> claims, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			claims.put(name, value);
		}
	}

}
