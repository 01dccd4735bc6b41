package io.github.clerkspring.client.email;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;

/**
 * Operations on emails sent by the application. Clerk declares these operations
 * experimental and does not list them in its reference.
 */
public interface EmailOperations {

	/**
	 * Send an email: {@code POST /email}. Clerk executes requests with the same
	 * idempotency key once, and rejects the key for a different email.
	 */
	@PostExchange("/email")
	Mono<Email> create(@RequestBody CreateEmailRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable IdempotencyKey idempotencyKey);

	/** Send an email without an idempotency key; each call sends it again. */
	default Mono<Email> create(CreateEmailRequest request) {
		return create(request, null);
	}

	/**
	 * Send 1 to 100 emails, each of which can fail independently: {@code POST
	 * /email/batch}. The results have the order of the messages.
	 */
	@PostExchange("/email/batch")
	Mono<List<BatchEmailResult>> createBatch(@BodyField(min = 1, max = 100) List<BatchEmailRequest> messages);

	/**
	 * Fetch an email: {@code GET /email/{emailId}}. Its status indicates the handover to
	 * the mail service, not the delivery.
	 */
	@GetExchange("/email/{emailId}")
	Mono<Email> get(@PathVariable String emailId);

}
