package io.github.clerkspring.client.core;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyTests {

	@ParameterizedTest
	@CsvSource({ "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k, clerk.example.com, naoXFJnI, PRODUCTION",
			"pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk, example.accounts.dev, PXVV4PZn, DEVELOPMENT",
			"pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk, example.accounts.dev, PXVV4PZn, DEVELOPMENT" })
	void publishableKeyReturnsItsInstance(String key, String host, String cookieSuffix, ClerkInstanceType type) {
		ClerkPublishableKey publishableKey = ClerkPublishableKey.valueOf(key);
		assertThat(publishableKey.frontendApiHost()).isEqualTo(host);
		assertThat(publishableKey.issuer()).isEqualTo("https://" + host);
		assertThat(publishableKey.cookieSuffix()).isEqualTo(cookieSuffix);
		assertThat(publishableKey.instanceType()).isEqualTo(type);
		assertThat(ClerkPublishableKey.of(type, host).value()).isEqualTo(key);
	}

	@Test
	void thePaddingOfAPublishableKeyIsOptional() {
		assertThat(ClerkPublishableKey.valueOf("pk_test_YS5iYyQ=").frontendApiHost())
			.isEqualTo(ClerkPublishableKey.valueOf("pk_test_YS5iYyQ").frontendApiHost());
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.test$", "clerk.example.com:8080$", "user@clerk.example.com$",
			"https://evil.test/x?clerk.example.com$", "clerk.example.com/path$", "localhost$", "clerk..com$",
			"-a.example.com$", "clerk.example.com$$", "clerk.example.com", "$", "clerk.exämple.com$" })
	void aPublishableKeyMustBeABareHost(String decoded) {
		String encoded = Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkPublishableKey.valueOf("pk_test_" + encoded));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "pk_test_", "pk_prod_YS5iYyQ", "PK_TEST_YS5iYyQ", "pk_test_YS5_iYyQ", "pk_test_A",
			"sk_test_YS5iYyQ" })
	void refusesPublishableKeyOfAnotherFormat(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkPublishableKey.valueOf(key));
	}

	@ParameterizedTest
	@CsvSource({ "sk_test_abc, DEVELOPMENT", "sk_live_abc, PRODUCTION", "test_abc, DEVELOPMENT",
			"live_abc, PRODUCTION" })
	void secretKeyShowsOnlyItsInstanceType(String key, ClerkInstanceType type) {
		ClerkSecretKey secretKey = ClerkSecretKey.valueOf(key);
		assertThat(secretKey.instanceType()).isEqualTo(type);
		assertThat(secretKey.value()).isEqualTo(key);
		assertThat(secretKey).asString().doesNotContain("abc");
		assertThat(secretKey).isEqualTo(ClerkSecretKey.valueOf(key)).isNotEqualTo(ClerkSecretKey.valueOf(key + "d"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "planted", "sk_planted", "sk_prod_planted", "pk_test_planted", "sk_test_planted key",
			"sk_test_planted\n0" })
	void refusesSecretKeyOfAnotherFormatWithoutQuotingIt(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkSecretKey.valueOf(key))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("planted"));
	}

}
