package io.github.clerkspring.client.billing;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Amount of money.
 *
 * @param amount the amount in the smallest unit of the currency, such as cents
 * @param currency the currency, such as {@code USD}
 */
public record Money(long amount, String amountFormatted, String currency, String currencySymbol) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
