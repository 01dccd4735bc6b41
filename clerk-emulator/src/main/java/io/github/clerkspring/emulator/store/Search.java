package io.github.clerkspring.emulator.store;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The search that many lists have: the whole of an id, or a part of a text in any case.
 */
public final class Search {

	private Search() {
	}

	/**
	 * Selects resources by a search text.
	 * @param selection the resources
	 * @param query the search text; null selects all
	 * @param properties the searched properties
	 */
	public static void narrow(Selection selection, @Nullable String query, String... properties) {
		if (query != null) {
			String part = query.toLowerCase(Locale.ROOT);
			selection.where((found) -> found.id().equals(query) || anyContains(found, properties, part));
		}
	}

	public static boolean contains(Resource resource, String property, String part) {
		return contains(resource.text(property), part);
	}

	public static boolean contains(@Nullable String text, String part) {
		return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
	}

	private static boolean anyContains(Resource resource, String[] properties, String part) {
		for (String property : properties) {
			if (contains(resource, property, part)) {
				return true;
			}
		}
		return false;
	}

}
