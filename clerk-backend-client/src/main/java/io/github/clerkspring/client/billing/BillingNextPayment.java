package io.github.clerkspring.client.billing;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Next payment of a subscription. */
public record BillingNextPayment(@Nullable Money amount, @Nullable Instant date, List<BillingUnitTotal> perUnitTotals,
		@Nullable BillingTotals totals) {

}
