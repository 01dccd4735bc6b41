package io.github.clerkspring.emulator;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;

/**
 * Makes tokens of all kinds, right ones and wrong ones. It answers with the token and, if
 * it is signed, what is in it.
 */
final class TokenControl implements Family {

	private static final long LONGEST = 100 * 365 * 86_400L;

	private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {
	};

	private static final Fields TOKEN = Fields.none()
		.optional(FieldType.INTEGER, "expires_in")
		.optional(FieldType.BOOLEAN, "expired")
		.optional(FieldType.OBJECT, "claims");

	private static final Fields SIGNED = TOKEN.optional(FieldType.BOOLEAN, "not_yet_valid", "signed_by_stranger")
		.optional(FieldType.OBJECT, "header");

	private static final Fields SCOPED = SIGNED.optional(FieldType.STRING, "format")
		.oneOf("format", "opaque", "jwt")
		.optional(FieldType.STRINGS, "scopes")
		.optional(FieldType.BOOLEAN, "revoked");

	private static final Fields SESSION = SIGNED.required(FieldType.STRING, "user_id")
		.optional(FieldType.STRING, "session_id", "organization_id", "role", "authorized_party")
		.optional(FieldType.STRINGS, "permissions")
		.optional(FieldType.INTEGER, "version", "first_factor_age", "second_factor_age")
		.optional(FieldType.OBJECT, "actor")
		.optional(FieldType.BOOLEAN, "pending");

	private static final Fields TEMPLATE = SIGNED.required(FieldType.STRING, "user_id", "template")
		.optional(FieldType.STRING, "session_id", "organization_id");

	private static final Fields MACHINE = SCOPED.required(FieldType.STRING, "machine_id");

	private static final Fields OAUTH = SCOPED.required(FieldType.STRING, "user_id", "client_id");

	private static final Fields API_KEY = TOKEN.required(FieldType.STRING, "subject")
		.optional(FieldType.STRING, "name")
		.optional(FieldType.STRINGS, "scopes")
		.optional(FieldType.BOOLEAN, "revoked");

	private final ClerkEmulator clerk;

	TokenControl(ClerkEmulator clerk) {
		this.clerk = clerk;
	}

	@Override
	public void register(Operations routes) {
		routes.post("/tokens/session", (tx, call) -> mint(session(call.body(SESSION))));
		routes.post("/tokens/template", (tx, call) -> mint(template(call.body(TEMPLATE))));
		routes.post("/tokens/machine", (tx, call) -> mint(machine(call.body(MACHINE))));
		routes.post("/tokens/oauth", (tx, call) -> mint(oauth(call.body(OAUTH))));
		routes.post("/tokens/api_key", (tx, call) -> mint(apiKey(call.body(API_KEY))));
	}

	private SessionTokenBuilder session(Body body) {
		SessionTokenBuilder builder = this.clerk.sessionToken(body.required("user_id"));
		text(body, "session_id", builder::session);
		text(body, "organization_id", builder::organization);
		text(body, "role", builder::role);
		text(body, "authorized_party", builder::authorizedParty);
		number(body, "version", 1, 2, (version) -> builder.version(version.intValue()));
		if (body.has("permissions")) {
			builder.permissions(texts(body, "permissions"));
		}
		if (body.has("first_factor_age") || body.has("second_factor_age")) {
			builder.factorAges(age(body, "first_factor_age", 0), age(body, "second_factor_age", -1));
		}
		if (body.has("actor")) {
			builder.actor(map(body, "actor"));
		}
		if (body.flag("pending", false)) {
			builder.pending();
		}
		return signed(builder, body);
	}

	private TemplateTokenBuilder template(Body body) {
		TemplateTokenBuilder builder = this.clerk.templateToken(body.required("user_id"), body.required("template"));
		text(body, "session_id", builder::session);
		text(body, "organization_id", builder::organization);
		return signed(builder, body);
	}

	private MachineTokenBuilder machine(Body body) {
		return scoped(this.clerk.machineToken(body.required("machine_id")), body);
	}

	private OAuthTokenBuilder oauth(Body body) {
		return scoped(this.clerk.oauthToken(body.required("user_id"), body.required("client_id")), body);
	}

	private ApiKeyBuilder apiKey(Body body) {
		ApiKeyBuilder builder = this.clerk.apiKey(body.required("subject")).scopes(texts(body, "scopes"));
		text(body, "name", builder::name);
		if (body.flag("revoked", false)) {
			builder.revoked();
		}
		return common(builder, body);
	}

	private static <B extends ScopedTokenBuilder<B>> B scoped(B builder, Body body) {
		text(body, "format", (format) -> {
			if (format.equals("jwt")) {
				builder.jwt();
			}
			else {
				builder.opaque();
			}
		});
		if (body.has("scopes")) {
			builder.scopes(texts(body, "scopes"));
		}
		if (body.flag("revoked", false)) {
			builder.revoked();
		}
		return signed(builder, body);
	}

	private static <B extends SignedTokenBuilder<B>> B signed(B builder, Body body) {
		if (body.flag("not_yet_valid", false)) {
			builder.notYetValid();
		}
		if (body.flag("signed_by_stranger", false)) {
			builder.signedByStranger();
		}
		if (body.has("header")) {
			map(body, "header").forEach(builder::header);
		}
		return common(builder, body);
	}

	private static <B extends TokenBuilder<B>> B common(B builder, Body body) {
		number(body, "expires_in", -LONGEST, LONGEST, (seconds) -> builder.expiresIn(Duration.ofSeconds(seconds)));
		if (body.flag("expired", false)) {
			builder.expired();
		}
		if (body.has("claims")) {
			map(body, "claims").forEach(builder::claim);
		}
		return builder;
	}

	private static JsonNode mint(TokenBuilder<?> builder) {
		try {
			String token = builder.mint();
			String[] parts = token.split("\\.", -1);
			ObjectNode answer = Json.object().put("token", token);
			boolean signed = parts.length == 3;
			answer.set("header", (signed) ? decode(parts[0]) : Json.of(null));
			answer.set("claims", (signed) ? decode(parts[1]) : Json.of(null));
			return answer;
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			throw ApiException.badRequest("token_impossible", String.valueOf(ex.getMessage()));
		}
	}

	private static JsonNode decode(String part) {
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
	}

	private static void text(Body body, String name, Consumer<String> action) {
		String text = body.text(name);
		if (text != null) {
			action.accept(text);
		}
	}

	private static void number(Body body, String name, long minimum, long maximum, Consumer<Long> action) {
		Long number = body.number(name, minimum, maximum);
		if (number != null) {
			action.accept(number);
		}
	}

	private static String[] texts(Body body, String name) {
		return body.texts(name).toArray(String[]::new);
	}

	private static Map<String, @Nullable Object> map(Body body, String name) {
		return JsonMapper.shared().convertValue(body.object(name), MAP);
	}

	private static int age(Body body, String name, int fallback) {
		Long age = body.number(name, -1, Integer.MAX_VALUE);
		return (age != null) ? age.intValue() : fallback;
	}

}
