package io.github.clerkspring.test.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SignedWebhookTests {

	private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private final Clock clock = Clock.fixed(Instant.ofEpochSecond(1614265330), ZoneOffset.UTC);

	@Test
	void signsAsThePublishedExampleOfTheScheme() {
		SignedWebhook webhook = SignedWebhook.of(SECRET, "{\"test\": 2432232314}", this.clock)
			.id("msg_p5jXN8AQM9LWM0D4loKWxJek");
		assertThat(webhook.headers().getFirst("svix-id")).isEqualTo("msg_p5jXN8AQM9LWM0D4loKWxJek");
		assertThat(webhook.headers().getFirst("svix-timestamp")).isEqualTo("1614265330");
		assertThat(webhook.headers().getFirst("svix-signature"))
			.isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

	@Test
	void signatureDependsOnTheTime() {
		SignedWebhook webhook = SignedWebhook.of(SECRET, "{}", this.clock);
		SignedWebhook late = webhook.timestamp(Instant.EPOCH);
		assertThat(late.headers().getFirst("svix-id")).isEqualTo(webhook.headers().getFirst("svix-id"));
		assertThat(late.headers().getFirst("svix-signature"))
			.isNotEqualTo(webhook.headers().getFirst("svix-signature"));
	}

	@Test
	void hidesTheSecret() {
		assertThat(SignedWebhook.of(SECRET, "{}", this.clock)).asString().doesNotContain("MfKQ9r8G");
		assertThatIllegalArgumentException().isThrownBy(() -> SignedWebhook.of("secret", "{}", this.clock))
			.withMessageNotContaining("'secret'");
	}

}
