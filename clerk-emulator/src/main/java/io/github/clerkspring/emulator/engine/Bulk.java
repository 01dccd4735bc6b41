package io.github.clerkspring.emulator.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * The rules of calls that make many resources at once.
 */
public final class Bulk {

	private Bulk() {
	}

	public static void requireAtMost(int maximum, Collection<?> sent) {
		if (sent.size() > maximum) {
			throw ApiException.badRequest("bulk_size_exceeded", "One call can make no more than " + maximum + ".");
		}
	}

	public static void requireDistinct(String parameter, List<String> values) {
		if (new HashSet<>(values).size() < values.size()) {
			throw ApiException.parameter("form_param_duplicate", parameter, "is duplicate",
					parameter + " included multiple times. There should only be one.");
		}
	}

}
