package io.github.clerkspring.emulator.routes;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;
import io.github.clerkspring.emulator.engine.Shape;

/**
 * What users have collected by signing in: passkeys, wallets, accounts elsewhere and
 * their tokens, trusted devices.
 */
final class UserAttachmentRoutes implements RouteFamily {

	private final Emulation emulation;

	private final UserView view;

	private final Contacts contacts;

	UserAttachmentRoutes(Emulation emulation, UserView view) {
		this.emulation = emulation;
		this.view = view;
		this.contacts = new Contacts(emulation);
	}

	@Override
	public void register(RouteTable routes) {
		routes.delete("/users/{user_id}/passkeys/{passkey_identification_id}",
				(call) -> delete(call, UserShapes.PASSKEY, "passkey_identification_id"));
		routes.delete("/users/{user_id}/external_accounts/{external_account_id}",
				(call) -> delete(call, UserShapes.EXTERNAL_ACCOUNT, "external_account_id"));
		routes.delete("/users/{user_id}/web3_wallets/{web3_wallet_identification_id}", this::deleteWallet);
		routes.get("/users/{user_id}/trusted_devices", this::trustedDevices);
		routes.delete("/users/{user_id}/trusted_devices/{trusted_device_id}", this::revokeTrustedDevice);
		routes.get("/users/{user_id}/oauth_access_tokens/{provider}", this::accessTokens);
	}

	private JsonNode delete(ApiCall call, Shape shape, String variable) {
		Resource user = user(call);
		ObjectNode answer = this.emulation.delete(shape, owned(call, shape, variable));
		changed(user);
		return answer;
	}

	private JsonNode deleteWallet(ApiCall call) {
		Resource user = user(call);
		Resource wallet = owned(call, UserShapes.WEB3_WALLET, "web3_wallet_identification_id");
		this.contacts.remove(UserShapes.WEB3_WALLET, user, wallet);
		changed(user);
		return this.emulation.deleted(UserShapes.WEB3_WALLET, wallet.id());
	}

	private JsonNode trustedDevices(ApiCall call) {
		Selection devices = Selection.of(this.emulation.table(UserShapes.TRUSTED_DEVICE))
			.in("user_id", List.of(user(call).id()));
		return Paging.of(call).envelope(devices, Ordering.NEWEST_FIRST, Resource::toJson);
	}

	private JsonNode revokeTrustedDevice(ApiCall call) {
		user(call);
		Resource device = owned(call, UserShapes.TRUSTED_DEVICE, "trusted_device_id");
		return this.emulation.table(UserShapes.TRUSTED_DEVICE)
			.update(device, (draft) -> draft.set("status", "revoked").set("revoked_at", this.emulation.now()))
			.toJson();
	}

	private JsonNode accessTokens(ApiCall call) {
		String provider = call.path("provider");
		String full = (provider.startsWith("oauth_")) ? provider : "oauth_" + provider;
		Selection accounts = Selection.of(this.emulation.table(UserShapes.EXTERNAL_ACCOUNT))
			.in("user_id", List.of(user(call).id()))
			.where((account) -> full.equals(account.text("provider")));
		return Paging.of(call).arrayOrEnvelope(accounts, Ordering.OLDEST_FIRST, this::accessToken);
	}

	private JsonNode accessToken(Resource account) {
		ObjectNode node = Json.object().put("object", "oauth_access_token");
		node.put("external_account_id", account.id());
		node.put("provider_user_id", account.text("provider_user_id"));
		node.put("token", account.required("access_token")).putNull("expires_at");
		node.put("provider", account.text("provider"));
		node.set("public_metadata", account.object("public_metadata"));
		node.set("label", Json.of(account.get("label")));
		node.set("scopes", Json.array(List.of(account.required("approved_scopes").split(" "))));
		return node;
	}

	private void changed(Resource user) {
		this.emulation.table(UserShapes.USER).update(user, (draft) -> {
		});
		this.emulation.events().publish("user.updated", this.view.show(user));
	}

	private Resource owned(ApiCall call, Shape shape, String variable) {
		return this.emulation.find(shape, call.path(variable), "user_id", call.path("user_id"));
	}

	private Resource user(ApiCall call) {
		return this.emulation.find(UserShapes.USER, call.path("user_id"));
	}

}
