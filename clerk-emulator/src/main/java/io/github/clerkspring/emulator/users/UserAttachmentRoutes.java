package io.github.clerkspring.emulator.users;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Passkeys, wallets, external accounts with their tokens, and trusted devices of users.
 */
final class UserAttachmentRoutes implements Family {

	private static final Set<String> PROVIDERS = Set.of("apple", "atlassian", "bitbucket", "box", "coinbase", "discord",
			"dropbox", "facebook", "github", "gitlab", "google", "hubspot", "huggingface", "instagram", "line",
			"linear", "linkedin", "linkedin_oidc", "microsoft", "notion", "slack", "spotify", "tiktok", "twitch",
			"twitter", "vercel", "x", "xero");

	@Override
	public void register(Operations routes) {
		routes.delete("/users/{user_id}/passkeys/{passkey_identification_id}",
				(tx, call) -> delete(tx, call, UserShapes.PASSKEY, "passkey_identification_id"));
		routes.delete("/users/{user_id}/external_accounts/{external_account_id}",
				(tx, call) -> delete(tx, call, UserShapes.EXTERNAL_ACCOUNT, "external_account_id"));
		routes.delete("/users/{user_id}/web3_wallets/{web3_wallet_identification_id}", this::deleteWallet);
		routes.get("/users/{user_id}/trusted_devices", this::trustedDevices);
		routes.delete("/users/{user_id}/trusted_devices/{trusted_device_id}", this::revokeTrustedDevice);
		routes.get("/users/{user_id}/oauth_access_tokens/{provider}", this::accessTokens);
	}

	private JsonNode delete(Transaction tx, ApiCall call, Shape shape, String variable) {
		Resource user = user(tx, call);
		ObjectNode answer = tx.delete(owned(tx, call, shape, variable));
		changed(tx, user);
		return answer;
	}

	private JsonNode deleteWallet(Transaction tx, ApiCall call) {
		Resource user = user(tx, call);
		Resource wallet = owned(tx, call, UserShapes.WEB3_WALLET, "web3_wallet_identification_id");
		Contacts.remove(tx, UserShapes.WEB3_WALLET, user, wallet);
		changed(tx, user);
		return wallet.deleted();
	}

	private JsonNode trustedDevices(Transaction tx, ApiCall call) {
		Selection devices = Selection.of(tx.table(UserShapes.TRUSTED_DEVICE))
			.in("user_id", List.of(user(tx, call).id()));
		return Paging.of(call).envelope(devices, Ordering.NEWEST_FIRST, Resource::toJson);
	}

	private JsonNode revokeTrustedDevice(Transaction tx, ApiCall call) {
		user(tx, call);
		Resource device = owned(tx, call, UserShapes.TRUSTED_DEVICE, "trusted_device_id");
		return tx.update(device, (draft) -> draft.set("status", "revoked").set("revoked_at", tx.now())).toJson();
	}

	private JsonNode accessTokens(Transaction tx, ApiCall call) {
		String provider = call.path("provider");
		String full = (provider.startsWith("oauth_")) ? provider : "oauth_" + provider;
		Selection accounts = Selection.of(tx.table(UserShapes.EXTERNAL_ACCOUNT))
			.in("user_id", List.of(user(tx, call).id()))
			.where((account) -> full.equals(account.text("provider")));
		if (accounts.count() == 0 && !isKnown(tx, full)) {
			throw new ApiException(404, "oauth_token_provider_not_enabled", "OAuth provider not enabled",
					"The instance has no OAuth provider " + provider + ".");
		}
		return Paging.of(call).arrayOrEnvelope(accounts, Ordering.OLDEST_FIRST, this::accessToken);
	}

	private static boolean isKnown(Transaction tx, String provider) {
		return PROVIDERS.contains(provider.substring("oauth_".length())) || provider.startsWith("oauth_custom_")
				|| tx.table(UserShapes.EXTERNAL_ACCOUNT)
					.all()
					.stream()
					.anyMatch((account) -> provider.equals(account.text("provider")));
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

	private void changed(Transaction tx, Resource user) {
		tx.update(user, (draft) -> {
		});
		tx.publish("user.updated", UserView.show(tx, user));
	}

	private Resource owned(Transaction tx, ApiCall call, Shape shape, String variable) {
		return tx.find(shape, call.path(variable), "user_id", call.path("user_id"));
	}

	private Resource user(Transaction tx, ApiCall call) {
		return tx.find(UserShapes.USER, call.path("user_id"));
	}

}
