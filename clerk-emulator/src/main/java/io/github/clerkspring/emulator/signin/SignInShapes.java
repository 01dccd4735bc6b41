package io.github.clerkspring.emulator.signin;

import java.util.List;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Shape;

/**
 * Ways to a session without a password: tokens to sign in with, to act as another user,
 * tasks of agents, and sign-ups that are under way.
 */
final class SignInShapes {

	static final Shape SIGN_IN_TOKEN = Shape.of("sign_in_token", "sit")
		.nullable("user_id")
		.with("status", "pending")
		.nullable("token", "url")
		.hidden("org_id")
		.indexed("user_id")
		.build();

	static final Shape ACTOR_TOKEN = Shape.of("actor_token", "act")
		.nullable("user_id", "actor")
		.with("status", "pending")
		.nullable("token", "url")
		.hidden("session_lifetime")
		.indexed("user_id")
		.build();

	static final Shape AGENT = Shape.of("agent", "agent").nullable("name").indexed("name").build();

	static final Shape AGENT_TASK = Shape.of("agent_task", "agttsk")
		.nullable("agent_id", "user_id")
		.with("status", "pending")
		.hidden("session_lifetime")
		.indexed("user_id")
		.build();

	static final Shape SIGN_UP = Shape.of("sign_up_attempt", "sua")
		.with("status", "missing_requirements")
		.with("required_fields", List.of("email_address"))
		.with("optional_fields", List.of())
		.with("missing_fields", List.of())
		.nullable("username", "email_address", "phone_number", "web3_wallet")
		.with("password_enabled", false)
		.nullable("first_name", "last_name")
		.with("unsafe_metadata", Json.object())
		.with("public_metadata", Json.object())
		.with("custom_action", false)
		.nullable("external_id", "created_session_id", "created_user_id", "abandon_at", "legal_accepted_at", "locale")
		.withoutTimestamps()
		.build();

	private SignInShapes() {
	}

}
