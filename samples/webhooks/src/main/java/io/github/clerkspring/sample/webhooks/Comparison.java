package io.github.clerkspring.sample.webhooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Objects of one type at Clerk and in the database.
 *
 * @param rows an entry for each object, the newest first
 * @param complete whether these are all objects
 */
record Comparison(List<Row> rows, boolean complete) {

	static Comparison of(List<Entry> clerk, List<Entry> database, boolean complete) {
		Map<String, Entry> left = byId(clerk);
		Map<String, Entry> right = byId(database);
		return new Comparison(Stream.concat(clerk.stream(), database.stream())
			.map(Entry::id)
			.distinct()
			.map((id) -> Row.of(id, left.get(id), right.get(id)))
			.toList(), complete);
	}

	private static Map<String, Entry> byId(List<Entry> entries) {
		Map<String, Entry> byId = new LinkedHashMap<>();
		entries.forEach((entry) -> byId.put(entry.id(), entry));
		return byId;
	}

	/**
	 * One object.
	 *
	 * @param id the id
	 * @param clerk the values at Clerk, empty if Clerk does not have the object
	 * @param database the values in the database, empty if it does not have the object
	 * @param state the result of the comparison
	 */
	record Row(String id, List<String> clerk, List<String> database, State state) {

		static Row of(String id, @Nullable Entry clerk, @Nullable Entry database) {
			return new Row(id, values(clerk), values(database), State.of(values(clerk), values(database)));
		}

		private static List<String> values(@Nullable Entry entry) {
			return (entry != null) ? entry.values() : List.of();
		}

	}

	/**
	 * Result of a comparison.
	 */
	enum State {

		EQUAL, DIFFERENT, ONLY_AT_CLERK, ONLY_IN_DATABASE;

		static State of(List<String> clerk, List<String> database) {
			if (database.isEmpty()) {
				return ONLY_AT_CLERK;
			}
			if (clerk.isEmpty()) {
				return ONLY_IN_DATABASE;
			}
			return clerk.equals(database) ? EQUAL : DIFFERENT;
		}

	}

}
