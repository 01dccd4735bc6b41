package io.github.clerkspring.emulator.billing;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;

/**
 * Amounts in cents and their representation. One currency is supported, as at Clerk.
 */
final class Money {

	static final String CURRENCY = "USD";

	static final String SYMBOL = "$";

	private Money() {
	}

	static ObjectNode show(long amount) {
		return Json.object()
			.put("amount", amount)
			.put("amount_formatted", format(amount))
			.put("currency", CURRENCY)
			.put("currency_symbol", SYMBOL);
	}

	static @Nullable ObjectNode show(@Nullable Long amount) {
		return (amount != null) ? show(amount.longValue()) : null;
	}

	static String format(long amount) {
		long absolute = Math.abs(amount);
		return ((amount < 0) ? "-" : "") + SYMBOL
				+ String.format(Locale.ROOT, "%d.%02d", absolute / 100, absolute % 100);
	}

	/**
	 * An amount that a resource keeps.
	 * @param resource the resource
	 * @param property the property
	 * @return the amount, 0 if none is set
	 */
	static long of(Resource resource, String property) {
		Long amount = resource.number(property);
		return (amount != null) ? amount : 0;
	}

}
