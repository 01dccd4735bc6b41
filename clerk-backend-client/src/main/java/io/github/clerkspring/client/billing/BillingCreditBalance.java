package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Credits of a payer, {@code null} if there never were any. */
public record BillingCreditBalance(String object, @Nullable Money balance) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
