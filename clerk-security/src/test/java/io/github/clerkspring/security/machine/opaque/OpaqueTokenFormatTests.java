package io.github.clerkspring.security.machine.opaque;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.TokenRejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Form of tokens.
 */
class OpaqueTokenFormatTests {

	@ParameterizedTest
	@CsvSource({ "API_KEY,ak_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "M2M,mt_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
			"OAUTH,oat_8Xx0Iuc_vqHVr5tYP123456789abcdefghij",
			"API_KEY,ak_Lxx/xxx+xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx9=", "API_KEY,ak_0123456789abcdef==",
			"M2M,mt_-_abcdefghijklmn" })
	void acceptsTokensOfClerk(OpaqueTokenFormat format, String token) {
		assertThat(format.check(token)).isNull();
		assertThat(new String(format.requestBody(token))).contains("\"" + token + "\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ak_", "ak_short", "ak_0123456789abcde", "ak_0123456789abcdef===",
			"ak_===0123456789abcdef", "ak_0123456789abcde.f", "ak_0123456789abcdef ", "ak_ 0123456789abcdef",
			"ak_0123456789abcdef\n", "ak_0123456789abcd\u0000ef", "ak_0123456789abcdéfgh", "ak_0123456789abcdef\"}",
			"ak_0123456789abcdef\\", "ak_０１２３４５６７８９abcdef", "ak_0123456789abcdef%00",
			"ak_0123456789abc.0123456789abc.0123456789abc" })
	void refusesOtherForms(String token) {
		assertThat(OpaqueTokenFormat.API_KEY.check(token)).isEqualTo(TokenRejection.TOKEN_INVALID);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AK_0123456789abcdef", "ak0123456789abcdef", "mt_0123456789abcdef",
			"oat_0123456789abcdef", " ak_0123456789abcdef", "sk_live_0123456789abcdef", "a" })
	void refusesOtherPrefixes(String token) {
		assertThat(OpaqueTokenFormat.API_KEY.check(token)).isEqualTo(TokenRejection.TOKEN_TYPE_MISMATCH);
	}

	@Test
	void boundsLength() {
		String longest = "ak_" + "x".repeat(253);
		assertThat(OpaqueTokenFormat.API_KEY.check(longest)).isNull();
		assertThat(OpaqueTokenFormat.API_KEY.check(longest + "x")).isEqualTo(TokenRejection.TOKEN_TOO_LONG);
		assertThat(OpaqueTokenFormat.API_KEY.check("ak_" + "x".repeat(1_000_000)))
			.isEqualTo(TokenRejection.TOKEN_TOO_LONG);
		assertThat(OpaqueTokenFormat.API_KEY.check(null)).isEqualTo(TokenRejection.TOKEN_INVALID);
	}

	@Test
	void hasFormatForEachMachineType() {
		assertThat(OpaqueTokenFormat.of(ClerkTokenType.M2M)).isEqualTo(OpaqueTokenFormat.M2M);
		assertThat(OpaqueTokenFormat.of(ClerkTokenType.OAUTH)).isEqualTo(OpaqueTokenFormat.OAUTH);
		assertThat(OpaqueTokenFormat.of(ClerkTokenType.API_KEY)).isEqualTo(OpaqueTokenFormat.API_KEY);
		assertThatIllegalArgumentException().isThrownBy(() -> OpaqueTokenFormat.of(ClerkTokenType.SESSION));
	}

}
