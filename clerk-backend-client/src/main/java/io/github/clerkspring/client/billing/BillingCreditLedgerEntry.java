package io.github.clerkspring.client.billing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Change of a payer's credit balance with its source, such as {@code grant}. */
public record BillingCreditLedgerEntry(String object, String id, String payerId, Money amount, String sourceType,
		String sourceId, @Nullable String note, Instant createdAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
