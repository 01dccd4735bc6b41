package io.github.clerkspring.security.token;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.TokenRejection;

/**
 * Rules for the header of a token.
 */
final class HeaderRules {

	private static final String ALGORITHM = "RS256";

	private static final String MACHINE_CATEGORY = "cl_B7d4PD333AAA";

	/**
	 * Some instances set this category on tokens of all types.
	 */
	private static final String ANY_CATEGORY = "cl_I7d4PD111III";

	private static final Set<String> FORBIDDEN = Set.of("crit", "b64", "zip", "cty");

	private final SignedTokenRules rules;

	HeaderRules(SignedTokenRules rules) {
		this.rules = rules;
	}

	void checkBeforeKey(Map<String, Object> header) {
		for (String name : FORBIDDEN) {
			TokenRejectedException.unless(TokenRejection.TOKEN_INVALID, !header.containsKey(name),
					() -> "the header has " + name);
		}
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID,
				!header.containsKey("kid") || header.get("kid") instanceof String, () -> "kid is not a string");
		if (header.containsKey("cat")) {
			checkCategory(header, header.get("cat"));
		}
	}

	private void checkCategory(Map<String, Object> header, @Nullable Object category) {
		boolean any = ANY_CATEGORY.equals(category) && this.rules.isAnyCategoryAccepted();
		if (any || isOneOf(this.rules.categories(), category)) {
			return;
		}
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID, !MACHINE_CATEGORY.equals(category),
				() -> "cat is that of machine tokens");
		throw new TokenRejectedException(TokenRejection.TOKEN_TYPE_MISMATCH,
				() -> LoggedValue.describe(header, "cat") + ", " + LoggedValue.accepted(this.rules.categories()));
	}

	void checkBeforeSignature(Map<String, Object> header) {
		boolean typeMissing = !this.rules.isHeaderTypeRequired() && !header.containsKey("typ");
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID,
				typeMissing || isOneOf(this.rules.headerTypes(), header.get("typ")),
				() -> LoggedValue.describe(header, "typ") + ", " + LoggedValue.accepted(this.rules.headerTypes()));
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID_ALGORITHM, ALGORITHM.equals(header.get("alg")),
				() -> LoggedValue.describe(header, "alg") + ", " + LoggedValue.accepted(Set.of(ALGORITHM)));
	}

	private static boolean isOneOf(Set<String> accepted, @Nullable Object value) {
		return value instanceof String text && accepted.contains(text);
	}

	static @Nullable String keyId(Map<String, Object> header) {
		return (String) header.get("kid");
	}

}
