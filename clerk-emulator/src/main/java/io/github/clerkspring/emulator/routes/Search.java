package io.github.clerkspring.emulator.routes;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;

/**
 * The search that many lists have: the whole of an id, or a part of a text in any case.
 */
final class Search {

	private Search() {
	}

	/**
	 * Keeps what was searched for.
	 * @param selection what is listed
	 * @param query what was searched for; null keeps all
	 * @param property the text
	 */
	static void narrow(Selection selection, @Nullable String query, String property) {
		if (query != null) {
			selection.where((found) -> found.id().equals(query) || contains(found, property, query));
		}
	}

	static boolean contains(Resource resource, String property, String part) {
		String text = resource.text(property);
		return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
	}

}
