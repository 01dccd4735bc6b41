package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;

/** Credits of a payer, {@code null} if there never were any. */
public record BillingCreditBalance(String object, @Nullable Money balance) {

}
