package io.github.clerkspring.client.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.util.StringUtils;

/**
 * Which family of the client a path belongs to. The system property {@value #PROPERTY}
 * restricts the tests to one family.
 */
final class Families {

	static final String PROPERTY = "clerk.contract.family";

	private static final Map<String, List<String>> SEGMENTS = Map.ofEntries(
			Map.entry("user", List.of("users", "email_addresses", "phone_numbers")),
			Map.entry("organization",
					List.of("organizations", "organization_memberships", "organization_invitations",
							"organization_domains")),
			Map.entry("role", List.of("organization_roles", "organization_permissions", "role_sets")),
			Map.entry("session", List.of("sessions", "clients")),
			Map.entry("access",
					List.of("invitations", "waitlist_entries", "allowlist_identifiers", "blocklist_identifiers")),
			Map.entry("signin", List.of("sign_in_tokens", "sign_ups", "actor_tokens", "testing_tokens", "agents")),
			Map.entry("machine", List.of("machines", "m2m_tokens", "api_keys")),
			Map.entry("oauth", List.of("oauth_applications")),
			Map.entry("enterprise", List.of("enterprise_connections", "saml_connections")),
			Map.entry("directory", List.of("directories", "scim_directories", "admin_portal_link_tokens")),
			Map.entry("email", List.of("email")), Map.entry("template", List.of("templates", "jwt_templates")),
			Map.entry("instance",
					List.of("instance", "beta_features", "domains", "redirect_urls", "proxy_checks", "jwks", "public",
							"webhooks", "accountless_applications")),
			Map.entry("billing", List.of("billing", "commerce")));

	private static final Map<String, String> BY_SEGMENT = new TreeMap<>();

	static {
		SEGMENTS.forEach((family, segments) -> segments.forEach((segment) -> BY_SEGMENT.put(segment, family)));
	}

	private Families() {
	}

	/**
	 * Return the family of a path: billing wherever it is about billing, else the one
	 * that owns the first segment.
	 */
	static String of(String path) {
		List<String> segments = Arrays.asList(StringUtils.tokenizeToStringArray(path, "/"));
		return segments.contains("billing") ? "billing" : BY_SEGMENT.getOrDefault(segments.get(0), "none");
	}

	static boolean isWanted(String family) {
		String wanted = System.getProperty(PROPERTY);
		return !StringUtils.hasText(wanted) || wanted.equals(family);
	}

}
