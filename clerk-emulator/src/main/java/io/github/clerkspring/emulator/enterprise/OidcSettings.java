package io.github.clerkspring.emulator.enterprise;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;

/**
 * OpenID Connect settings of a connection in a request body.
 */
final class OidcSettings {

	private static final String[] TEXTS = { "client_id", "discovery_url", "auth_url", "token_url", "user_info_url" };

	static final Fields FIELDS = Fields.none()
		.nullable(FieldType.STRING, TEXTS)
		.nullable(FieldType.STRING, "client_secret")
		.nullable(FieldType.BOOLEAN, "requires_pkce");

	private OidcSettings() {
	}

	/**
	 * Reads the changes. Of a secret, only its presence is stored.
	 * @param body the body, or null if absent
	 * @param present the current settings, or null if there are none
	 * @return the new values by property
	 */
	static Map<String, @Nullable Object> read(@Nullable Body body, @Nullable Resource present) {
		Map<String, @Nullable Object> changes = new LinkedHashMap<>();
		if (body == null) {
			return changes;
		}
		for (String name : TEXTS) {
			if (body.has(name)) {
				changes.put(name, body.text(name));
			}
		}
		if (body.has("client_secret")) {
			changes.put("has_secret", body.text("client_secret") != null);
		}
		boolean pkce = body.flag("requires_pkce", present != null && present.flag("requires_pkce"));
		changes.put("requires_pkce", pkce);
		boolean secret = (changes.containsKey("has_secret")) ? body.text("client_secret") != null
				: present != null && present.flag("has_secret");
		String client = (body.has("client_id")) ? body.text("client_id")
				: (present != null) ? present.text("client_id") : null;
		if (client != null && !secret && !pkce) {
			throw ApiException.parameter("form_param_value_invalid", "requires_pkce", "is invalid",
					"A client without client_secret must have requires_pkce set to true.");
		}
		return changes;
	}

	/**
	 * The key under which the provider is known to sign-ins.
	 * @param provider the kind of provider
	 * @param name the name of the connection
	 * @return the key
	 */
	static String providerKey(String provider, String name) {
		String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
		return switch (provider) {
			case "oidc_github_enterprise" -> "oidc_ghe_" + slug;
			case "oidc_gitlab" -> "oidc_gitlab_ent_" + slug;
			default -> provider;
		};
	}

}
