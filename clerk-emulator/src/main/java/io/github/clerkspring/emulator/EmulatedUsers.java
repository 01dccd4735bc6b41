package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.billing.Billing;

/**
 * Users of the emulated instance.
 */
public final class EmulatedUsers {

	private final EmulatorEngine engine;

	EmulatedUsers(EmulatorEngine engine) {
		this.engine = engine;
	}

	/**
	 * Creates a user with a unique generated e-mail address.
	 * @return the id of the user
	 */
	public String create() {
		return create(this.engine.unique("user-") + "@example.com");
	}

	/**
	 * Creates a user with an e-mail address.
	 * @param emailAddress the address
	 * @return the id of the user
	 */
	public String create(String emailAddress) {
		return create((user) -> user.emailAddress(emailAddress));
	}

	/**
	 * Creates a user.
	 * @param description customizes the user
	 * @return the id of the user
	 */
	public String create(Consumer<UserSeed> description) {
		UserSeed seed = new UserSeed();
		description.accept(seed);
		return this.engine.create("/users", seed.body(), seed.id());
	}

	/**
	 * Returns the representation of a user in the Backend API.
	 * @param userId the id of the user
	 * @return the properties by their JSON names
	 */
	public Map<String, @Nullable Object> get(String userId) {
		return this.engine.call("GET", "/users/" + userId, null);
	}

	/**
	 * Adds an external account to a user.
	 * @param userId the id of the user
	 * @param provider the provider, such as {@code oauth_google}
	 * @param providerUserId the id of the user at the provider
	 * @return the id of the external account
	 */
	public String addExternalAccount(String userId, String provider, String providerUserId) {
		return attach("external_accounts",
				Map.of("user_id", userId, "provider", provider, "provider_user_id", providerUserId));
	}

	/**
	 * Adds a passkey to a user.
	 * @param userId the id of the user
	 * @param name the name
	 * @return the id of the passkey
	 */
	public String addPasskey(String userId, String name) {
		return attach("passkeys", Map.of("user_id", userId, "name", name));
	}

	/**
	 * Adds a trusted device to a user.
	 * @param userId the id of the user
	 * @param name the name
	 * @return the id of the trusted device
	 */
	public String addTrustedDevice(String userId, String name) {
		return attach("trusted_devices", Map.of("user_id", userId, "name", name));
	}

	/**
	 * Deletes a user with the user's memberships and sessions.
	 * @param userId the id of the user
	 */
	public void delete(String userId) {
		this.engine.call("DELETE", "/users/" + userId, null);
	}

	/**
	 * Subscribes a user to a plan with features, which session tokens then contain.
	 * @param userId the id of the user
	 * @param plan the slug of the plan
	 * @param features the slugs of the features
	 */
	public void plan(String userId, String plan, String... features) {
		this.engine.run((tx) -> Billing.place(tx, userId, plan, List.of(features)));
	}

	private String attach(String list, Map<String, String> fields) {
		String seed = JsonMapper.shared().writeValueAsString(Map.of(list, List.of(fields)));
		return this.engine.seed(seed).at("/" + list + "/0/id").asString();
	}

}
