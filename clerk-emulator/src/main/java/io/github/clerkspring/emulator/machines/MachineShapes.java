package io.github.clerkspring.emulator.machines;

import java.util.List;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Shape;

/**
 * Credentials of programs: machines with tokens, API keys, OAuth applications with access
 * tokens.
 */
public final class MachineShapes {

	public static final Shape MACHINE = Shape.of("machine", "mch")
		.nullable("name", "instance_id")
		.with("default_token_ttl", 3600)
		.hidden("secret_keys", "secret_key_expiries")
		.indexed("secret_keys")
		.build();

	public static final Shape MACHINE_SCOPE = Shape.of("machine_scope", "mchscope")
		.nullable("from_machine_id", "to_machine_id")
		.indexed("from_machine_id", "to_machine_id")
		.build();

	public static final Shape M2M_TOKEN = credential("machine_to_machine_token", "mt")
		.nullable("claims", "last_used_at")
		.build();

	public static final Shape API_KEY = credential("api_key", "ak").with("type", "api_key")
		.nullable("name", "description", "claims", "created_by", "last_used_at")
		.build();

	public static final Shape ACCESS_TOKEN = credential("clerk_idp_oauth_access_token", "oat").nullable("client_id")
		.hidden("aud", "act", "org_id")
		.indexed("client_id")
		.build();

	public static final Shape OAUTH_APPLICATION = Shape.of("oauth_application", "oa")
		.nullable("instance_id", "name", "client_id", "client_uri")
		.with("dynamically_registered", false)
		.with("consent_screen_enabled", true)
		.with("pkce_required", false)
		.with("public", false)
		.with("scopes", "profile email")
		.with("redirect_uris", List.of())
		.hidden("client_secret", "has_image")
		.indexed("client_id")
		.build();

	private MachineShapes() {
	}

	private static Shape.Builder credential(String object, String prefix) {
		return Shape.of(object, prefix)
			.nullable("subject")
			.with("scopes", Json.array())
			.with("revoked", false)
			.nullable("revocation_reason", "expiration")
			.hidden("secret")
			.indexed("subject", "secret");
	}

}
