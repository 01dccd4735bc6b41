package io.github.clerkspring.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.clerkspring.client.email.BatchEmailRequest;
import io.github.clerkspring.client.email.BatchEmailResult;
import io.github.clerkspring.client.email.CreateEmailRequest;
import io.github.clerkspring.client.email.Email;
import io.github.clerkspring.client.email.EmailAttachment;
import io.github.clerkspring.client.email.EmailRecipient;
import io.github.clerkspring.client.email.IdempotencyKey;
import io.github.clerkspring.client.email.Mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmailTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final CreateEmailRequest EMAIL = CreateEmailRequest
		.create(EmailRecipient.address("ada@example.com"), new Mailbox("support@example.com", "Support"), "Receipt")
		.text("Thanks");

	private final ClerkServer server = new ClerkServer();

	private final ClerkBackendClient clerk = this.server.client().build();

	@AfterEach
	void close() {
		this.clerk.close();
		this.server.close();
	}

	@Test
	void sendsTheIdempotencyKeyAsAHeader() {
		this.server.answer(200, "{\"id\":\"ema_1\",\"status\":\"suppressed\",\"suppression_reason\":\"bounced\"}");
		Email email = this.clerk.emails().create(EMAIL, new IdempotencyKey("order_123-receipt")).block(LIMIT);
		assertThat(email.id()).isEqualTo("ema_1");
		assertThat(email.suppressionReason()).isEqualTo("bounced");
		assertThat(this.server.requests()).singleElement().satisfies((request) -> {
			assertThat(request.method()).isEqualTo("POST");
			assertThat(request.uri()).isEqualTo("/v1/email");
			assertThat(request.headers()).containsEntry("idempotency-key", "order_123-receipt");
			assertThat(request.body()).isEqualTo("{\"to\":{\"address\":\"ada@example.com\"},"
					+ "\"from\":{\"address\":\"support@example.com\",\"name\":\"Support\"},"
					+ "\"subject\":\"Receipt\",\"text\":\"Thanks\"}");
		});
	}

	@Test
	void sendsNoHeaderWithoutAKey() {
		this.clerk.emails().create(EMAIL).block(LIMIT);
		assertThat(this.server.requests().get(0).headers()).doesNotContainKey("idempotency-key");
	}

	@Test
	void readsOneResultForEachEmailOfABatch() {
		this.server.answer(200, """
				[{"index":0,"email":{"id":"ema_1"},"status_code":200},
				{"index":1,"errors":[{"code":"rate_limited"}],"status_code":429,"retry_after_seconds":7}]""");
		List<BatchEmailResult> results = this.clerk.emails()
			.createBatch(List.of(BatchEmailRequest.of(EMAIL),
					BatchEmailRequest.of(EMAIL).idempotencyKey(new IdempotencyKey("k"))))
			.block(LIMIT);
		assertThat(results.get(0).email().id()).isEqualTo("ema_1");
		assertThat(results.get(0).errors()).isEmpty();
		assertThat(results.get(1).email()).isNull();
		assertThat(results.get(1).errors().get(0).code()).isEqualTo("rate_limited");
		assertThat(results.get(1).retryAfterSeconds()).isEqualTo(7);
		assertThat(this.server.requests().get(0).body()).startsWith("{\"messages\":[{\"to\":")
			.contains("\"idempotency_key\":\"k\"");
	}

	@Test
	void sendsUsersCopiesHeadersAndAttachments() {
		CreateEmailRequest request = CreateEmailRequest
			.create(EmailRecipient.user("user_1"), Mailbox.of("a@example.com"), "s")
			.cc(List.of("b@example.com"))
			.headers(Map.of("X-Kind", "receipt"))
			.attachments(List.of(EmailAttachment.of("a.txt", "text".getBytes(StandardCharsets.UTF_8))));
		this.clerk.emails().create(request).block(LIMIT);
		assertThat(this.server.requests().get(0).body()).contains("\"to\":{\"user_id\":\"user_1\"}",
				"\"cc\":[\"b@example.com\"]", "\"headers\":{\"X-Kind\":\"receipt\"}",
				"\"attachments\":[{\"filename\":\"a.txt\",\"content\":\"dGV4dA==\"}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a\r\nX: y", "é", "a.b" })
	void refusesInvalidIdempotencyKeys(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(key))
			.withMessageStartingWith("idempotencyKey must have 1 to 255");
		assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("a".repeat(256)));
	}

	@Test
	void refusesRecipientsThatAreBothOrNeither() {
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailRecipient(null, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailRecipient("a@example.com", "user_1"));
	}

}
