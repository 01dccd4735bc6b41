package io.github.clerkspring.emulator.store;

import java.util.Locale;
import java.util.stream.Stream;

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
			selection.where((found) -> found.id().equals(query)
					|| Stream.of(properties).anyMatch((property) -> contains(found, property, query)));
		}
	}

	public static boolean contains(Resource resource, String property, String part) {
		String text = resource.text(property);
		return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
	}

}
