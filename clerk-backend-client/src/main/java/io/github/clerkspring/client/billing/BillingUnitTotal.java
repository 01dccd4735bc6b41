package io.github.clerkspring.client.billing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** Total for units, such as seats, sold in blocks of this size. */
public record BillingUnitTotal(String name, long blockSize, List<Tier> tiers) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/**
	 * Total for the units of a tier; the quantity is {@code null} for unlimited units.
	 */
	public record Tier(@Nullable Long quantity, Money feePerBlock, Money total) {

	}

}
