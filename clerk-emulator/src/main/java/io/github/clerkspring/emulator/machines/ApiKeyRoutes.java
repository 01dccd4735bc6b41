package io.github.clerkspring.emulator.machines;

import java.util.List;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Handler;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * API keys.
 */
final class ApiKeyRoutes implements Family {

	private static final String ONE = "/api_keys/{apiKeyID}";

	private static final int MAXIMUM_PAGE = 100;

	private static final long LONGEST = Long.MAX_VALUE / 2000;

	private static final Pattern SUBJECT = Pattern.compile("(user|org|mch|scim)_\\w+");

	private static final Pattern CREATOR = Pattern.compile("user_\\w+");

	private static final Pattern STRIPPED = Pattern.compile("(?s)\\S(.*\\S)?");

	private static final Fields UPDATE = Fields.none()
		.nullable(FieldType.OBJECT, "claims")
		.optional(FieldType.STRINGS, "scopes")
		.nullable(FieldType.STRING, "description")
		.optional(FieldType.STRING, "subject")
		.nullable(FieldType.NUMBER, "seconds_until_expiration")
		.length(0, 255, "description")
		.matching(SUBJECT, "the id of a user, an organization or a machine", "subject")
		.range(0, LONGEST, "seconds_until_expiration");

	private static final Fields CREATE = UPDATE.required(FieldType.STRING, "name", "subject")
		.optional(FieldType.STRING, "type")
		.nullable(FieldType.STRING, "created_by")
		.length(3, 25, "type")
		.length(3, Integer.MAX_VALUE, "name")
		.matching(STRIPPED, "without white space at its ends", "name")
		.matching(SUBJECT, "the id of a user, an organization or a machine", "subject")
		.matching(CREATOR, "the id of a user", "created_by");

	@Override
	public void register(Operations routes) {
		add(routes, "GET", "/api_keys", this::list);
		add(routes, "POST", "/api_keys", this::create);
		add(routes, "POST", "/api_keys/verify", this::verify);
		add(routes, "GET", ONE, (tx, call) -> ApiKeys.CREDENTIALS.show(tx, key(tx, call)));
		add(routes, "PATCH", ONE, this::update);
		add(routes, "DELETE", ONE, (tx, call) -> tx.delete(key(tx, call)));
		add(routes, "GET", ONE + "/secret",
				(tx, call) -> Json.object().put("secret", key(tx, call).required("secret")));
		add(routes, "POST", ONE + "/revoke", this::revoke);
	}

	private static void add(Operations routes, String method, String template, Handler handler) {
		routes.add(method, template, handler, Route::badRequests);
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		String subject = call.query().required("subject");
		String type = call.query().text("type");
		Selection selection = Selection.of(ApiKeys.CREDENTIALS.table(tx)).in("subject", List.of(subject));
		selection.where((key) -> ((type != null) ? type : "api_key").equals(key.text("type")));
		if (!Boolean.TRUE.equals(call.query().flag("include_invalid"))) {
			selection.where((each) -> ApiKeys.CREDENTIALS.isUsable(tx, each));
		}
		Search.narrow(selection, call.query().text("query"), "name");
		return Paging.of(call, MAXIMUM_PAGE)
			.envelope(selection, Ordering.NEWEST_FIRST, (each) -> ApiKeys.CREDENTIALS.show(tx, each));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(CREATE);
		String subject = body.required("subject");
		String name = body.required("name");
		boolean taken = ApiKeys.CREDENTIALS.table(tx)
			.by("subject", subject)
			.stream()
			.anyMatch((other) -> name.equals(other.text("name")) && !other.flag("revoked"));
		if (taken) {
			throw new ApiException(409, "conflict", "Conflict",
					subject + " has an API key with the name " + name + " already.");
		}
		Resource key = ApiKeys.CREDENTIALS.issue(tx, subject, body.number("seconds_until_expiration"),
				(draft) -> body.copy(draft, "type", "name", "description", "claims", "scopes", "created_by"));
		return ApiKeys.CREDENTIALS.show(tx, key).put("secret", key.required("secret"));
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource key = key(tx, call);
		Body body = call.body(UPDATE);
		return ApiKeys.CREDENTIALS.show(tx, tx.update(key, (draft) -> {
			body.copy(draft, "claims", "scopes", "description", "subject");
			if (body.has("seconds_until_expiration")) {
				draft.set("expiration", ApiKeys.CREDENTIALS.expiration(tx, body.number("seconds_until_expiration")));
			}
		}));
	}

	private JsonNode revoke(Transaction tx, ApiCall call) {
		Resource key = key(tx, call);
		return ApiKeys.CREDENTIALS.show(tx,
				ApiKeys.CREDENTIALS.revoke(tx, key, call.body(Credentials.REVOKE).text("revocation_reason")));
	}

	private JsonNode verify(Transaction tx, ApiCall call) {
		String secret = call.body(Fields.none().required(FieldType.STRING, "secret")).required("secret");
		return ApiKeys.CREDENTIALS.show(tx, ApiKeys.CREDENTIALS.use(tx, secret));
	}

	private Resource key(Transaction tx, ApiCall call) {
		return tx.find(MachineShapes.API_KEY, call.path("apiKeyID"));
	}

}
