package io.github.clerkspring.security.token;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that all tokens of Clerk have. Parsed tokens share them: comparing names takes
 * less time if they are the same object, and cached tokens need less memory. Other names
 * are never shared, since the sender of a token chooses them.
 */
final class ClaimNames {

	private static final Map<String, String> NAMES = Stream
		.of("alg", "cat", "kid", "typ", "act", "aud", "azp", "client_id", "email", "exp", "fea", "fpm", "fva", "iat",
				"id", "iss", "jti", "nbf", "o", "org_id", "org_permissions", "org_role", "org_slug", "per", "pla",
				"rol", "scope", "scopes", "scp", "sid", "slg", "sts", "sub", "v")
		.collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

	private ClaimNames() {
	}

	/**
	 * Return the shared object for a name.
	 * @param name the name of a member
	 * @return an equal name
	 */
	static String shared(String name) {
		return NAMES.getOrDefault(name, name);
	}

}
