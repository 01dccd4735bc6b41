package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;

/**
 * The credits that a payer has.
 *
 * @param balance the credits, or {@code null} if the payer never had any
 */
public record BillingCreditBalance(String object, @Nullable Money balance) {

}
