package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;

/**
 * The keys that users and organizations give to programs.
 */
public final class ApiKeys {

	private final Credentials credentials;

	ApiKeys(Emulation emulation) {
		this.credentials = new Credentials(emulation, MachineShapes.API_KEY);
	}

	/**
	 * Makes a key.
	 * @param subject the id of the user, organization or machine
	 * @param name what the key is called
	 * @param scopes what it is for
	 * @param claims what it says besides, empty for nothing
	 * @param lifetime how long it lives in seconds, or null for ever
	 * @param revoked whether it is revoked at once
	 * @return the secret
	 */
	public String issue(String subject, String name, List<String> scopes, Map<String, ?> claims,
			@Nullable Long lifetime, boolean revoked) {
		Resource key = this.credentials.issue(subject, lifetime, (draft) -> {
			draft.set("name", name).set("scopes", scopes);
			draft.set("claims", (claims.isEmpty()) ? null : Json.of(claims));
		});
		return ((revoked) ? this.credentials.revoke(key, null) : key).required("secret");
	}

	Credentials credentials() {
		return this.credentials;
	}

}
