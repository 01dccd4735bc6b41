package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Credit balance of a payer; {@code null} if the payer never had credits. */
public record BillingCreditBalance(String object, @Nullable Money balance) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
