package io.github.clerkspring.emulator.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A copy of everything that a store holds, to compare with and to go back to. It reads
 * the fields of the store itself, so that it depends on no code that it tests.
 */
public final class StoreSnapshot {

	private final List<Row> rows = new ArrayList<>();

	private final Store store;

	private StoreSnapshot(Store store) {
		this.store = store;
		for (Table table : tables(store)) {
			for (Resource resource : table.all()) {
				this.rows.add(
						new Row(table, resource, values(resource).clone(), resource.createdAt(), resource.updatedAt()));
			}
		}
	}

	/**
	 * Copies a store.
	 * @param store the store
	 * @return the copy
	 */
	public static StoreSnapshot of(Store store) {
		return new StoreSnapshot(store);
	}

	/**
	 * Puts all resources of the copy back, and removes all others.
	 */
	public void restore() {
		this.store.clear();
		for (Row row : this.rows) {
			System.arraycopy(row.values, 0, values(row.resource), 0, row.values.length);
			row.resource.createdAt(row.createdAt);
			row.resource.updatedAt(row.updatedAt);
			Map<String, Resource> byId = field(row.table, "byId");
			byId.put(row.resource.id(), row.resource);
			ReflectionTestUtils.invokeMethod(row.table, "insert", row.resource);
		}
	}

	/**
	 * Writes down everything that a store holds, indexes included.
	 * @param store the store
	 * @return one line for each table, index and resource
	 */
	public static String dump(Store store) {
		StringBuilder text = new StringBuilder();
		for (Table table : tables(store)) {
			Map<String, Resource> byId = field(table, "byId");
			if (byId.isEmpty()) {
				continue;
			}
			text.append(table.shape().object()).append(" ids ").append(new TreeSet<>(byId.keySet())).append('\n');
			text.append(" order ").append(ids(table.all())).append('\n');
			Map<String, Index> indexes = field(table, "indexes");
			indexes.forEach((property, index) -> {
				Map<Object, Object> entries = field(index, "entries");
				Map<String, String> sorted = new TreeMap<>();
				entries.forEach((key, value) -> sorted.put(key.toString(),
						(value instanceof Resource resource) ? "[" + resource.id() + "]" : ids(many(value))));
				text.append(" by ").append(property).append(' ').append(sorted).append('\n');
			});
			for (Resource resource : new TreeMap<>(byId).values()) {
				text.append(' ').append(resource.id()).append(' ').append(resource.createdAt());
				text.append(' ').append(resource.updatedAt());
				for (Object value : values(resource)) {
					text.append('|').append(value);
				}
				text.append('\n');
			}
		}
		return text.toString();
	}

	@SuppressWarnings("unchecked")
	private static Iterable<Resource> many(Object value) {
		return (TreeSet<Resource>) value;
	}

	private static String ids(Iterable<Resource> resources) {
		List<String> ids = new ArrayList<>();
		resources.forEach((resource) -> ids.add(resource.id()));
		return ids.toString();
	}

	private static List<Table> tables(Store store) {
		Map<Shape, Table> tables = field(store, "tables");
		return tables.values().stream().sorted((one, other) -> {
			int order = one.shape().object().compareTo(other.shape().object());
			return (order != 0) ? order : one.shape().prefix().compareTo(other.shape().prefix());
		}).collect(Collectors.toList());
	}

	private static @Nullable Object[] values(Resource resource) {
		return field(resource, "values");
	}

	@SuppressWarnings("unchecked")
	private static <T> T field(Object owner, String name) {
		Object value = ReflectionTestUtils.getField(owner, name);
		if (value == null) {
			throw new IllegalStateException(name);
		}
		return (T) value;
	}

	private record Row(Table table, Resource resource, @Nullable Object[] values, long createdAt, long updatedAt) {

	}

}
