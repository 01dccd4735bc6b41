package io.github.clerkspring.security.session;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values that all accepted tokens have: issuer, authorized party and status. Tokens share
 * them: the checks on each use of a cached token then compare the same objects, without
 * access to the memory of each token.
 */
final class SharedValues {

	private static final List<String> CLAIMS = List.of("azp", "iss", "sts");

	private final Map<String, String> values;

	SharedValues(SessionTokenRules rules) {
		this.values = Stream.of(rules.issuers(), rules.authorizedParties(), List.of("active", "pending"))
			.flatMap((values) -> values.stream())
			.distinct()
			.collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));
	}

	/**
	 * Replace values by equal ones.
	 * @param claims the claims of a token
	 */
	void replaceIn(Map<String, Object> claims) {
		for (String name : CLAIMS) {
			if (claims.get(name) instanceof String value) {
				claims.put(name, this.values.getOrDefault(value, value));
			}
		}
	}

}
