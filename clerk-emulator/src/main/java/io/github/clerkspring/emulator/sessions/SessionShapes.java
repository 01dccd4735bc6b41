package io.github.clerkspring.emulator.sessions;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Shape;

/**
 * Sessions, their clients and the templates of their tokens.
 */
public final class SessionShapes {

	static final Shape HANDSHAKE = Shape.of("handshake", "hsk")
		.hidden("nonce", "directives", "expires_at")
		.indexed("nonce")
		.build();

	public static final Shape SESSION = Shape.of("session", "sess")
		.nullable("user_id", "client_id", "actor")
		.with("status", "active")
		.nullable("last_active_organization_id", "last_active_at", "latest_activity", "expire_at", "abandon_at")
		.hidden("refresh_token", "tasks")
		.indexed("user_id", "client_id")
		.build();

	public static final Shape CLIENT = Shape.of("client", "client")
		.nullable("sign_in_id", "sign_up_id", "last_active_session_id", "last_authentication_strategy")
		.build();

	public static final Shape JWT_TEMPLATE = Shape.of("jwt_template", "jtmp")
		.nullable("name")
		.with("claims", Json.object())
		.with("lifetime", 60)
		.with("allowed_clock_skew", 5)
		.with("custom_signing_key", false)
		.with("signing_algorithm", "RS256")
		.hidden("signing_key")
		.indexed("name")
		.build();

	private SessionShapes() {
	}

}
