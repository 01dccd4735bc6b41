package io.github.clerkspring.emulator.sessions;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.CustomSigner;

/**
 * The templates of tokens for other services.
 */
final class JwtTemplateRoutes implements Family {

	private static final Shape TEMPLATE = SessionShapes.JWT_TEMPLATE;

	private static final String ONE = "/jwt_templates/{template_id}";

	private static final List<String> RESERVED = List.of("azp", "exp", "iat", "iss", "jti", "nbf", "sub");

	private static final Fields FIELDS = Fields.none()
		.required(FieldType.STRING, "name")
		.required(FieldType.OBJECT, "claims")
		.nullable(FieldType.INTEGER, "lifetime", "allowed_clock_skew")
		.optional(FieldType.BOOLEAN, "custom_signing_key")
		.nullable(FieldType.STRING, "signing_algorithm", "signing_key")
		.notBlank("name")
		.range(30, 315_360_000, "lifetime")
		.range(0, 300, "allowed_clock_skew")
		.unique(TEMPLATE, "name");

	@Override
	public void register(Operations routes) {
		routes.get("/jwt_templates", (tx, call) -> Paging.of(call)
			.arrayOrEnvelope(Selection.of(table(tx)), Ordering.NEWEST_FIRST, Resource::toJson));
		routes.post("/jwt_templates", this::create);
		routes.get(ONE, (tx, call) -> template(tx, call).toJson());
		routes.patch(ONE, this::update);
		routes.delete(ONE, (tx, call) -> tx.delete(template(tx, call)));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(tx, FIELDS, null);
		check(body, null);
		return call.create(tx, TEMPLATE, (draft) -> apply(body, draft, null)).toJson();
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource template = template(tx, call);
		Body body = call.body(tx, FIELDS, template);
		check(body, template);
		return tx.update(template, (draft) -> apply(body, draft, template)).toJson();
	}

	private void apply(Body body, Draft draft, @Nullable Resource template) {
		body.copy(draft, "name", "claims");
		if (body.number("lifetime") != null) {
			body.copy(draft, "lifetime");
		}
		if (body.number("allowed_clock_skew") != null) {
			body.copy(draft, "allowed_clock_skew");
		}
		boolean custom = body.flag("custom_signing_key", template != null && template.flag("custom_signing_key"));
		draft.set("custom_signing_key", custom);
		if (!custom) {
			draft.set("signing_algorithm", null).set("signing_key", null);
		}
		else if (body.text("signing_key") != null) {
			body.copy(draft, "signing_algorithm", "signing_key");
		}
	}

	private void check(Body body, @Nullable Resource template) {
		ObjectNode claims = body.tree().withObject("claims");
		RESERVED.stream().filter(claims::has).findFirst().ifPresent((claim) -> {
			throw new ApiException(400, "jwt_template_reserved_claim", "reserved claim used",
					"You can't use the reserved claim: '" + claim + "'", Map.of("param_name", "claims"));
		});
		checkKey(body, template);
	}

	private static void checkKey(Body body, @Nullable Resource template) {
		String key = body.text("signing_key");
		boolean kept = template != null && template.flag("custom_signing_key") && key == null;
		if (!body.flag("custom_signing_key", false) || kept) {
			return;
		}
		for (String name : List.of("signing_algorithm", "signing_key")) {
			if (body.text(name) == null) {
				throw ApiException.parameter("form_conditional_param_missing", name, "is missing",
						"`" + name + "` is required when `custom_signing_key` is `true`.");
			}
		}
		String algorithm = body.required("signing_algorithm");
		if (!CustomSigner.supports(algorithm)) {
			throw ApiException.value("signing_algorithm", algorithm);
		}
		if (!CustomSigner.accepts(algorithm, body.required("signing_key"))) {
			throw ApiException.format("signing_key", "signing_key must be a private key in PEM format, or for HS "
					+ "algorithms a secret that is as long as the hash.");
		}
	}

	private Resource template(Transaction tx, ApiCall call) {
		Resource template = table(tx).find(call.path("template_id"));
		if (template == null) {
			throw new ApiException(404, "resource_not_found", "JWT template not found",
					"No JWT template exists with id: " + call.path("template_id"));
		}
		return template;
	}

	private Table table(Transaction tx) {
		return tx.table(TEMPLATE);
	}

}
