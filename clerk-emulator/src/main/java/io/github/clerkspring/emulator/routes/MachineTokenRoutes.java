package io.github.clerkspring.emulator.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Access;
import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Handler;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;
import io.github.clerkspring.emulator.token.TokenSigner;

/**
 * The tokens of machines.
 */
final class MachineTokenRoutes implements RouteFamily {

	private static final int MAXIMUM_PAGE = 100;

	private static final Fields CREATE = Fields.none()
		.optional(FieldType.STRING, "token_format")
		.oneOf("token_format", "opaque", "jwt")
		.nullable(FieldType.NUMBER, "seconds_until_expiration")
		.nullable(FieldType.OBJECT, "claims")
		.optional(FieldType.INTEGER, "min_remaining_ttl_seconds");

	private final Emulation emulation;

	private final Machines machines;

	private final MachineTokens tokens;

	MachineTokenRoutes(Emulation emulation, Machines machines, MachineTokens tokens) {
		this.emulation = emulation;
		this.machines = machines;
		this.tokens = tokens;
	}

	@Override
	public void register(RouteTable routes) {
		add(routes, "POST", "/m2m_tokens", 201, this::create);
		add(routes, "GET", "/m2m_tokens", 200, this::list);
		add(routes, "POST", "/m2m_tokens/{m2m_token_id}/revoke", 200, this::revoke);
		add(routes, "POST", "/m2m_tokens/verify", 200, this::verify);
		this.tokens.credentials().removeWith(MachineShapes.MACHINE);
	}

	private static void add(RouteTable routes, String method, String template, int status, Handler handler) {
		routes.add(method, template, handler,
				(route) -> BadRequests.instead(route.status(status).access(Access.MACHINE)));
	}

	private JsonNode create(ApiCall call) {
		Resource machine = this.machines.caller(call);
		if (machine == null) {
			throw forbidden("M2M tokens are created with the secret key of a machine, not of the instance.");
		}
		Body body = call.body(CREATE);
		Long sent = body.number("seconds_until_expiration", 0, Long.MAX_VALUE / 2000);
		long lifetime = (sent != null) ? sent : this.tokens.lifetime(machine.id());
		List<String> scopes = this.machines.scopes(machine.id());
		ObjectNode claims = body.object("claims");
		if ("jwt".equals(body.text("token_format"))) {
			return sign(machine, scopes, claims, lifetime);
		}
		Resource reused = reusable(machine, scopes, claims, body.number("min_remaining_ttl_seconds"), lifetime);
		Resource token = (reused != null) ? reused : this.tokens.create(machine.id(), scopes, claims, lifetime);
		return show(token).put("token", token.required("secret"));
	}

	private JsonNode sign(Resource machine, List<String> scopes, @Nullable ObjectNode custom, long lifetime) {
		Map<String, Object> claims = new LinkedHashMap<>(this.tokens.claims(machine.id(), scopes, lifetime));
		if (custom != null) {
			custom.properties().forEach((claim) -> {
				if (MachineTokens.RESERVED.contains(claim.getKey())) {
					throw ApiException.parameter("machine_token_reserved_claim", "claims", "reserved claim used",
							"The claim '" + claim.getKey() + "' is reserved.");
				}
				claims.put(claim.getKey(), claim.getValue());
			});
		}
		String token = this.emulation.signer().sign(TokenSigner.MACHINE, claims);
		return this.tokens.describe(Json.of(claims)).put("token", token);
	}

	private @Nullable Resource reusable(Resource machine, List<String> scopes, @Nullable ObjectNode claims,
			@Nullable Long remaining, long lifetime) {
		if (remaining == null) {
			return null;
		}
		if (remaining < 0 || remaining >= lifetime) {
			throw ApiException.value("min_remaining_ttl_seconds", remaining);
		}
		long until = this.emulation.now() + remaining * 1000;
		return this.tokens.credentials()
			.table()
			.by("subject", machine.id())
			.stream()
			.filter((token) -> this.tokens.credentials().isUsable(token))
			.filter((token) -> Json.of(claims).equals(Json.of(token.get("claims"))))
			.filter((token) -> Json.of(scopes).equals(Json.of(token.get("scopes"))))
			.filter((token) -> !this.tokens.credentials().isExpired(token, until))
			.findFirst()
			.orElse(null);
	}

	private JsonNode list(ApiCall call) {
		Resource caller = this.machines.caller(call);
		String subject = call.query().required("subject");
		if (caller != null && !caller.id().equals(subject)) {
			throw forbidden("A machine can only list its own tokens.");
		}
		this.emulation.find(MachineShapes.MACHINE, subject);
		Selection selection = Selection.of(this.tokens.credentials().table()).in("subject", List.of(subject));
		if (!Boolean.TRUE.equals(call.query().flag("revoked"))) {
			selection.where((token) -> !token.flag("revoked"));
		}
		if (!Boolean.TRUE.equals(call.query().flag("expired"))) {
			selection.where((token) -> !this.tokens.credentials().isExpired(token));
		}
		ObjectNode page = Paging.of(call, MAXIMUM_PAGE).envelope(selection, Ordering.NEWEST_FIRST, this::show);
		ObjectNode answer = Json.object();
		answer.set("m2m_tokens", page.get("data"));
		return answer.set("total_count", page.get("total_count"));
	}

	private JsonNode revoke(ApiCall call) {
		Resource caller = this.machines.caller(call);
		Body body = call.body(Credentials.REVOKE);
		String id = call.path("m2m_token_id");
		Resource token = (caller != null) ? this.emulation.find(MachineShapes.M2M_TOKEN, id, "subject", caller.id())
				: this.emulation.find(MachineShapes.M2M_TOKEN, id);
		return show(this.tokens.credentials().revoke(token, body.text("revocation_reason")));
	}

	private JsonNode verify(ApiCall call) {
		Resource caller = this.machines.caller(call);
		String token = call.body(Fields.none().required(FieldType.STRING, "token")).required("token");
		return this.tokens.verify(token, caller);
	}

	private ObjectNode show(Resource token) {
		return this.tokens.credentials().show(token);
	}

	private static ApiException forbidden(String message) {
		return ApiException.forbidden("authorization_invalid", message);
	}

}
