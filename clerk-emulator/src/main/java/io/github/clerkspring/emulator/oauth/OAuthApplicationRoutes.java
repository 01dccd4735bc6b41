package io.github.clerkspring.emulator.oauth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

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
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.engine.Upload;
import io.github.clerkspring.emulator.engine.Urls;
import io.github.clerkspring.emulator.instance.Images;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.machines.MachineShapes;
import io.github.clerkspring.emulator.machines.Scopes;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * OAuth applications, whose users come from this instance, and their access tokens.
 */
final class OAuthApplicationRoutes implements Family {

	private static final String ONE = "/oauth_applications/{oauth_application_id}";

	private static final List<String> SCOPES = List.of("profile", "email", "public_metadata", "private_metadata",
			"openid", "offline_access", "user:org:read");

	private static final Fields UPDATE = Fields.none()
		.nullable(FieldType.STRING, "name", "callback_url", "scopes")
		.nullable(FieldType.STRINGS, "redirect_uris")
		.nullable(FieldType.BOOLEAN, "consent_screen_enabled", "pkce_required", "public")
		.length(1, 256, "name")
		.length(0, 1024, "scopes", "callback_url");

	private static final Fields CREATE = UPDATE.required(FieldType.STRING, "name").length(1, 256, "name");

	private static final Fields VERIFY = Fields.none().optional(FieldType.STRING, "access_token", "secret");

	@Override
	public void register(Operations routes) {
		routes.get("/oauth_applications", this::list);
		routes.post("/oauth_applications", this::create);
		routes.get(ONE, (tx, call) -> show(tx, application(tx, call)));
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
		routes.put(ONE + "/logo", this::uploadLogo);
		routes.post(ONE + "/rotate_secret", this::rotateSecret);
		routes.add("POST", ONE + "/revoke_token", this::revokeToken, (route) -> route.status(204));
		routes.add("POST", "/oauth_applications/access_tokens/verify", this::verify, Route::badRequests);
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		String query = call.query().text("name_query");
		Selection selection = Selection.of(table(tx));
		if (query != null) {
			selection.where((found) -> query.equals(found.text("client_id")) || Search.contains(found, "name", query));
		}
		return Paging.of(call).envelope(selection, Ordering.OLDEST_FIRST.by("name"), (each) -> show(tx, each));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(CREATE);
		check(body);
		boolean open = body.flag("public", false);
		if (open && !body.flag("pkce_required", true)) {
			throw requiresPkce();
		}
		return showWithSecret(tx, call.create(tx, MachineShapes.OAUTH_APPLICATION, (draft) -> {
			apply(body, draft);
			draft.set("instance_id", Settings.of(tx).instanceId());
			draft.set("client_id", tx.ids().token(16));
			draft.set("client_secret", (open) ? null : newSecret(tx));
			if (open) {
				draft.set("pkce_required", true);
			}
		}));
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource application = application(tx, call);
		Body body = call.body(UPDATE);
		check(body);
		boolean open = body.flag("public", application.flag("public"));
		if (open && !body.flag("pkce_required", application.flag("pkce_required"))) {
			throw requiresPkce();
		}
		return show(tx, tx.update(application, (draft) -> {
			apply(body, draft);
			if (open) {
				draft.set("client_secret", null);
			}
			else if (application.get("client_secret") == null) {
				draft.set("client_secret", newSecret(tx));
			}
		}));
	}

	private void apply(Body body, Draft draft) {
		for (String name : List.of("name", "scopes", "consent_screen_enabled", "pkce_required", "public")) {
			if (!isNull(body, name)) {
				body.copy(draft, name);
			}
		}
		List<String> redirects = redirects(body);
		if (!redirects.isEmpty() || body.has("redirect_uris")) {
			draft.set("redirect_uris", redirects);
		}
	}

	private JsonNode delete(Transaction tx, ApiCall call) {
		Resource application = application(tx, call);
		Table tokens = AccessTokens.CREDENTIALS.table(tx);
		tokens.by("client_id", application.required("client_id")).forEach(tx::remove);
		return tx.delete(application);
	}

	private JsonNode uploadLogo(Transaction tx, ApiCall call) {
		Resource application = application(tx, call);
		Upload upload = call.upload();
		upload.requireImage("file", 413);
		String uploader = upload.text("uploader_user_id");
		if (uploader != null) {
			tx.find(UserShapes.USER, uploader);
		}
		return show(tx, tx.update(application, (draft) -> draft.set("has_image", true)));
	}

	private JsonNode rotateSecret(Transaction tx, ApiCall call) {
		Resource application = application(tx, call);
		return showWithSecret(tx, (application.flag("public")) ? application
				: tx.update(application, (draft) -> draft.set("client_secret", newSecret(tx))));
	}

	private @Nullable JsonNode revokeToken(Transaction tx, ApiCall call) {
		Resource application = application(tx, call);
		String token = call.body(Fields.none().required(FieldType.STRING, "token")).required("token");
		if (token.contains(".")) {
			throw ApiException.parameter("form_param_value_invalid", "token", "is invalid",
					"token is a JWT, which cannot be revoked.");
		}
		AccessTokens.revoke(tx, application.required("client_id"), token);
		return null;
	}

	private JsonNode verify(Transaction tx, ApiCall call) {
		return AccessTokens.verify(tx, call.body(VERIFY).required("access_token", "secret"));
	}

	private static void check(Body body) {
		Scopes.split(String.valueOf((body.text("scopes") != null) ? body.text("scopes") : ""))
			.stream()
			.filter((scope) -> !SCOPES.contains(scope))
			.findFirst()
			.ifPresent((scope) -> {
				throw ApiException.value("scopes", scope);
			});
		List<String> redirects = redirects(body);
		redirects.forEach((uri) -> Urls.requireAbsolute("redirect_uris", uri));
		if (new HashSet<>(redirects).size() < redirects.size()) {
			throw new ApiException(400, "duplicate_record", "duplicate redirect URI",
					"The redirect URI is there twice");
		}
	}

	private static List<String> redirects(Body body) {
		List<String> redirects = new ArrayList<>(body.texts("redirect_uris"));
		String callback = body.text("callback_url");
		if (callback != null && !redirects.contains(callback)) {
			redirects.add(0, callback);
		}
		return redirects;
	}

	private ObjectNode show(Transaction tx, Resource application) {
		ObjectNode node = application.toJson();
		String issuer = Settings.of(tx).issuer();
		List<?> redirects = (application.get("redirect_uris") instanceof List<?> uris) ? uris : List.of();
		node.put("callback_url", (redirects.isEmpty()) ? "" : String.valueOf(redirects.get(0)));
		node.put("client_image_url", (application.flag("has_image")) ? Images.url(application) : null);
		node.put("authorize_url", issuer + "/oauth/authorize").put("token_fetch_url", issuer + "/oauth/token");
		node.put("user_info_url", issuer + "/oauth/userinfo");
		node.put("discovery_url", issuer + "/.well-known/openid-configuration");
		return node.put("token_introspection_url", issuer + "/oauth/token_info");
	}

	private ObjectNode showWithSecret(Transaction tx, Resource application) {
		ObjectNode node = show(tx, application);
		String secret = application.text("client_secret");
		return (secret != null) ? node.put("client_secret", secret) : node;
	}

	private String newSecret(Transaction tx) {
		return tx.ids().token(32);
	}

	private static boolean isNull(Body body, String name) {
		return body.has(name) && body.tree().get(name).isNull();
	}

	private static ApiException requiresPkce() {
		return ApiException.parameter("form_public_client_requires_pkce", "pkce_required", "is invalid",
				"An OAuth client without a secret must use PKCE.");
	}

	private Resource application(Transaction tx, ApiCall call) {
		return tx.find(MachineShapes.OAUTH_APPLICATION, call.path("oauth_application_id"));
	}

	private Table table(Transaction tx) {
		return tx.table(MachineShapes.OAUTH_APPLICATION);
	}

}
