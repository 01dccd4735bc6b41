package io.github.clerkspring.client.email;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** An e-mail of a batch. */
public final class BatchEmailRequest extends RequestFields<BatchEmailRequest> {

	private BatchEmailRequest(Map<String, @Nullable Object> fields) {
		super(fields, BatchEmailRequest::new);
	}

	/** Take over an e-mail. */
	public static BatchEmailRequest of(CreateEmailRequest email) {
		return new BatchEmailRequest(email.fields());
	}

	/** Let Clerk send one of the e-mails with this key only. */
	public BatchEmailRequest idempotencyKey(IdempotencyKey idempotencyKey) {
		return set("idempotency_key", idempotencyKey);
	}

}
