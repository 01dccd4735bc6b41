package io.github.clerkspring.client.email;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Email of a batch. */
public final class BatchEmailRequest extends RequestFields<BatchEmailRequest> {

	private BatchEmailRequest(Map<String, @Nullable Object> fields) {
		super(fields, BatchEmailRequest::new);
	}

	/** Create a batch item from an email. */
	public static BatchEmailRequest of(CreateEmailRequest email) {
		return new BatchEmailRequest(email.fields());
	}

	/** Set the idempotency key: Clerk sends only one of the emails with the same key. */
	public BatchEmailRequest idempotencyKey(IdempotencyKey idempotencyKey) {
		return set("idempotency_key", idempotencyKey);
	}

}
