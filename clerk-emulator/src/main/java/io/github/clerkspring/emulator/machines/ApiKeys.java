package io.github.clerkspring.emulator.machines;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * API keys of users and organizations.
 */
public final class ApiKeys {

	static final Credentials CREDENTIALS = new Credentials(MachineShapes.API_KEY);

	private ApiKeys() {
	}

	/**
	 * Creates a key.
	 * @param tx the transaction
	 * @param subject the id of the user, organization or machine
	 * @param name the name of the key
	 * @param scopes the scopes
	 * @param claims additional claims, may be empty
	 * @param lifetime the lifetime in seconds, or null without expiration
	 * @param revoked whether it is revoked
	 * @return the secret
	 */
	public static String issue(Transaction tx, String subject, String name, List<String> scopes, Map<String, ?> claims,
			@Nullable Long lifetime, boolean revoked) {
		Resource key = CREDENTIALS.issue(tx, subject, lifetime, (draft) -> {
			draft.set("name", name).set("scopes", scopes);
			draft.set("claims", (claims.isEmpty()) ? null : Json.of(claims));
		});
		return ((revoked) ? CREDENTIALS.revoke(tx, key, null) : key).required("secret");
	}

}
