package io.github.clerkspring.client.billing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What some units come to, such as seats.
 *
 * @param blockSize how many units are sold together
 */
public record BillingUnitTotal(String name, long blockSize, List<Tier> tiers) {

	/**
	 * What the units of one tier come to.
	 *
	 * @param quantity how many units, or {@code null} for any number
	 */
	public record Tier(@Nullable Long quantity, Money feePerBlock, Money total) {

	}

}
