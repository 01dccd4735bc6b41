package io.github.clerkspring.security.session;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the header of a session token may say.
 */
final class HeaderRules {

	private static final String ALGORITHM = "RS256";

	private static final String TYPE = "JWT";

	private static final String SESSION_CATEGORY = "cl_B7d4PD111AAA";

	private static final String MACHINE_CATEGORY = "cl_B7d4PD333AAA";

	/**
	 * Some instances put this on tokens of all kinds, so it tells nothing.
	 */
	private static final String ANY_CATEGORY = "cl_I7d4PD111III";

	private static final Set<String> FORBIDDEN = Set.of("crit", "b64", "zip", "cty");

	private HeaderRules() {
	}

	static void checkBeforeKey(Map<String, Object> header) {
		for (String name : FORBIDDEN) {
			TokenRejection.TOKEN_INVALID.unless(!header.containsKey(name), () -> "the header has " + name);
		}
		TokenRejection.TOKEN_INVALID.unless(!header.containsKey("kid") || header.get("kid") instanceof String,
				() -> "kid is not a text");
		checkCategory(header);
	}

	private static void checkCategory(Map<String, Object> header) {
		if (header.containsKey("cat")) {
			Object category = header.get("cat");
			TokenRejection.TOKEN_INVALID.unless(!MACHINE_CATEGORY.equals(category),
					() -> "cat is that of tokens of machines");
			TokenRejection.TOKEN_TYPE_MISMATCH.unless(
					SESSION_CATEGORY.equals(category) || ANY_CATEGORY.equals(category),
					() -> LoggedValue.describe(header, "cat") + ", accepted: '" + SESSION_CATEGORY + "'");
		}
	}

	static void checkBeforeSignature(Map<String, Object> header) {
		TokenRejection.TOKEN_INVALID.unless(!header.containsKey("typ") || TYPE.equals(header.get("typ")),
				() -> LoggedValue.describe(header, "typ") + ", accepted: '" + TYPE + "'");
		TokenRejection.TOKEN_INVALID_ALGORITHM.unless(ALGORITHM.equals(header.get("alg")),
				() -> LoggedValue.describe(header, "alg") + ", accepted: '" + ALGORITHM + "'");
	}

	static @Nullable String keyId(Map<String, Object> header) {
		return (String) header.get("kid");
	}

}
