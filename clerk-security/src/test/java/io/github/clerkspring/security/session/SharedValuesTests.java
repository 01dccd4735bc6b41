package io.github.clerkspring.security.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Accepted values are shared; claims are equal before and after.
 */
class SharedValuesTests {

	private static final String ISSUER = "https://clerk.example.com";

	private static final String PARTY = "https://app.example.com";

	private final SharedValues values = new SharedValues(
			SessionTokenRules.forIssuer(ISSUER).withAuthorizedParties(Set.of(PARTY, ISSUER)));

	private static String copy(String text) {
		return new StringBuilder(text).toString();
	}

	@Test
	void sharesAcceptedValues() {
		Map<String, Object> claims = new HashMap<>(
				Map.of("iss", copy(ISSUER), "azp", copy(PARTY), "sts", copy("active"), "sub", "user_1"));
		this.values.replaceIn(claims);
		assertThat(claims).isEqualTo(Map.of("iss", ISSUER, "azp", PARTY, "sts", "active", "sub", "user_1"));
		assertThat(claims.get("iss")).isSameAs(ISSUER);
		assertThat(claims.get("azp")).isSameAs(PARTY);
		assertThat(claims.get("sts")).isSameAs("active");
	}

	@Test
	void leavesOtherValues() {
		Map<String, Object> claims = new HashMap<>(
				Map.of("iss", List.of(ISSUER), "azp", PARTY + "/", "sts", 1, "aud", copy(ISSUER)));
		Map<String, Object> before = new HashMap<>(claims);
		claims.put("sub", null);
		this.values.replaceIn(claims);
		assertThat(claims).containsAllEntriesOf(before).containsEntry("sub", null).hasSize(before.size() + 1);
		assertThat(claims.get("aud")).isSameAs(before.get("aud"));
	}

	@Test
	void addsNoClaims() {
		Map<String, Object> claims = new HashMap<>();
		claims.put("iss", null);
		this.values.replaceIn(claims);
		assertThat(claims).hasSize(1).containsEntry("iss", null);
	}

}
