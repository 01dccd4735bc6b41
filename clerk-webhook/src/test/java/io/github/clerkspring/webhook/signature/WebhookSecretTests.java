package io.github.clerkspring.webhook.signature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebhookSecretTests {

	@Test
	void hidesItself() {
		assertThat(WebhookSecret.valueOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).asString().isEqualTo("whsec_****");
	}

	@Test
	void isTheSameWithAndWithoutPrefix() {
		assertThat(WebhookSecret.valueOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
			.isEqualTo(WebhookSecret.valueOf("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
			.hasSameHashCodeAs(WebhookSecret.valueOf("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
			.isNotEqualTo(WebhookSecret.valueOf("whsec_AAAA"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "whsec_", "whsec_not base64 private", "whsec_private-_urlsafe", "whsec_private\n",
			"sk_test_private" })
	void refusesWhatIsNoSecretWithoutRepeatingIt(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecret.valueOf(value))
			.withMessageStartingWith("A webhook signing secret")
			.withMessageNotContaining("private")
			.withNoCause();
	}

}
