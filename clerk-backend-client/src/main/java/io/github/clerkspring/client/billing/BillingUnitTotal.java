package io.github.clerkspring.client.billing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/** What some units come to, such as seats, sold in blocks of this size. */
public record BillingUnitTotal(String name, long blockSize, List<Tier> tiers) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** What the units of a tier come to; {@code null} stands for any number of them. */
	public record Tier(@Nullable Long quantity, Money feePerBlock, Money total) {

	}

}
