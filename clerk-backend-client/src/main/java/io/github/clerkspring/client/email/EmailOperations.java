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
 * E-mails that an application sends through Clerk. Clerk calls these operations
 * experimental and does not list them in its reference.
 */
public interface EmailOperations {

	/**
	 * Send an e-mail: {@code POST /email}. Clerk sends one of two requests with the same
	 * key once, and refuses the key with another e-mail.
	 */
	@PostExchange("/email")
	Mono<Email> create(@RequestBody CreateEmailRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable IdempotencyKey idempotencyKey);

	/** Send an e-mail, and again with each call. */
	default Mono<Email> create(CreateEmailRequest request) {
		return create(request, null);
	}

	/**
	 * Send 1 to 100 e-mails, each of which may fail alone: {@code POST /email/batch}.
	 * There is one result for each, in their order.
	 */
	@PostExchange("/email/batch")
	Mono<List<BatchEmailResult>> createBatch(@BodyField(min = 1, max = 100) List<BatchEmailRequest> messages);

	/**
	 * Fetch an e-mail: {@code GET /email/{emailId}}. Its status tells whether it was
	 * handed over, not whether it was delivered.
	 */
	@GetExchange("/email/{emailId}")
	Mono<Email> get(@PathVariable String emailId);

}
