package io.github.clerkspring.emulator.machines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Access;
import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Handler;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * The tokens of machines.
 */
final class MachineTokenRoutes implements Family {

	private static final int MAXIMUM_PAGE = 100;

	private static final Fields CREATE = Fields.none()
		.optional(FieldType.STRING, "token_format")
		.oneOf("token_format", "opaque", "jwt")
		.nullable(FieldType.NUMBER, "seconds_until_expiration")
		.nullable(FieldType.OBJECT, "claims")
		.optional(FieldType.INTEGER, "min_remaining_ttl_seconds")
		.range(0, Long.MAX_VALUE / 2000, "seconds_until_expiration");

	// Clerk's libraries for Java and Python send the former name of the field
	private static final Fields VERIFY = Fields.none().optional(FieldType.STRING, "token", "secret");

	@Override
	public void register(Operations routes) {
		add(routes, "POST", "/m2m_tokens", 201, this::create);
		add(routes, "GET", "/m2m_tokens", 200, this::list);
		add(routes, "POST", "/m2m_tokens/{m2m_token_id}/revoke", 200, this::revoke);
		add(routes, "POST", "/m2m_tokens/verify", 200, this::verify);
	}

	private static void add(Operations routes, String method, String template, int status, Handler handler) {
		routes.add(method, template, handler, (route) -> route.status(status).access(Access.MACHINE).badRequests());
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Resource machine = Machines.caller(tx, call);
		if (machine == null) {
			throw forbidden("M2M tokens are created with the secret key of a machine, not of the instance.");
		}
		Body body = call.body(CREATE);
		Long sent = body.number("seconds_until_expiration");
		long lifetime = (sent != null) ? sent : MachineTokens.lifetime(tx, machine.id());
		List<String> scopes = Machines.scopes(tx, machine.id());
		ObjectNode claims = body.object("claims");
		if ("jwt".equals(body.text("token_format"))) {
			return sign(tx, machine, scopes, claims, lifetime);
		}
		Resource reused = reusable(tx, machine, scopes, claims, body.number("min_remaining_ttl_seconds"), lifetime);
		Resource token = (reused != null) ? reused : MachineTokens.create(tx, machine.id(), scopes, claims, lifetime);
		return show(tx, token).put("token", token.required("secret"));
	}

	private JsonNode sign(Transaction tx, Resource machine, List<String> scopes, @Nullable ObjectNode custom,
			long lifetime) {
		Map<String, Object> claims = new LinkedHashMap<>(MachineTokens.claims(tx, machine.id(), scopes, lifetime));
		if (custom != null) {
			custom.properties().forEach((claim) -> {
				if (MachineTokens.RESERVED.contains(claim.getKey())) {
					throw ApiException.parameter("machine_token_reserved_claim", "claims", "reserved claim used",
							"The claim '" + claim.getKey() + "' is reserved.");
				}
				claims.put(claim.getKey(), claim.getValue());
			});
		}
		String token = TokenSigner.of(tx).sign(TokenSigner.MACHINE, claims);
		return MachineTokens.describe(tx, Json.of(claims)).put("token", token);
	}

	private @Nullable Resource reusable(Transaction tx, Resource machine, List<String> scopes,
			@Nullable ObjectNode claims, @Nullable Long remaining, long lifetime) {
		if (remaining == null) {
			return null;
		}
		if (remaining < 0 || remaining >= lifetime) {
			throw ApiException.value("min_remaining_ttl_seconds", remaining);
		}
		long until = tx.now() + remaining * 1000;
		return MachineTokens.CREDENTIALS.table(tx)
			.by("subject", machine.id())
			.stream()
			.filter((token) -> MachineTokens.CREDENTIALS.isUsable(tx, token))
			.filter((token) -> Json.of(claims).equals(Json.of(token.get("claims"))))
			.filter((token) -> Json.of(scopes).equals(Json.of(token.get("scopes"))))
			.filter((token) -> !MachineTokens.CREDENTIALS.isExpired(token, until))
			.findFirst()
			.orElse(null);
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		Resource caller = Machines.caller(tx, call);
		String subject = call.query().required("subject");
		if (caller != null && !caller.id().equals(subject)) {
			throw forbidden("A machine can only list its own tokens.");
		}
		tx.find(MachineShapes.MACHINE, subject);
		Selection selection = Selection.of(MachineTokens.CREDENTIALS.table(tx)).in("subject", List.of(subject));
		if (!Boolean.TRUE.equals(call.query().flag("revoked"))) {
			selection.where((token) -> !token.flag("revoked"));
		}
		if (!Boolean.TRUE.equals(call.query().flag("expired"))) {
			selection.where((token) -> !MachineTokens.CREDENTIALS.isExpired(tx, token));
		}
		ObjectNode page = Paging.of(call, MAXIMUM_PAGE)
			.envelope(selection, Ordering.NEWEST_FIRST, (each) -> show(tx, each));
		ObjectNode answer = Json.object();
		answer.set("m2m_tokens", page.get("data"));
		return answer.set("total_count", page.get("total_count"));
	}

	private JsonNode revoke(Transaction tx, ApiCall call) {
		Resource caller = Machines.caller(tx, call);
		Body body = call.body(Credentials.REVOKE);
		String id = call.path("m2m_token_id");
		Resource token = (caller != null) ? tx.find(MachineShapes.M2M_TOKEN, id, "subject", caller.id())
				: tx.find(MachineShapes.M2M_TOKEN, id);
		return show(tx, MachineTokens.CREDENTIALS.revoke(tx, token, body.text("revocation_reason")));
	}

	private JsonNode verify(Transaction tx, ApiCall call) {
		Resource caller = Machines.caller(tx, call);
		return MachineTokens.verify(tx, call.body(VERIFY).required("token", "secret"), caller);
	}

	private ObjectNode show(Transaction tx, Resource token) {
		return MachineTokens.CREDENTIALS.show(tx, token);
	}

	private static ApiException forbidden(String message) {
		return ApiException.forbidden("authorization_invalid", message);
	}

}
