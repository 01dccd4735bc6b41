package io.github.clerkspring.emulator.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Finds resources by the value of one property. A value that a single resource has, which
 * is the usual case, costs no collection.
 */
final class Index {

	private final String property;

	private final Map<Object, Object> entries = new HashMap<>();

	Index(String property) {
		this.property = property;
	}

	void add(Resource resource) {
		keys(resource).forEach((key) -> this.entries.merge(key, resource, (present, added) -> {
			TreeSet<Resource> many = many(present);
			many.add(resource);
			return many;
		}));
	}

	void remove(Resource resource) {
		keys(resource).forEach((key) -> this.entries.computeIfPresent(key, (same, present) -> {
			if (present == resource) {
				return null;
			}
			TreeSet<Resource> many = many(present);
			many.remove(resource);
			return (many.isEmpty()) ? null : many;
		}));
	}

	NavigableSet<Resource> find(Object key) {
		Object present = this.entries.get(key);
		return (present != null) ? many(present) : none();
	}

	List<Resource> copy(Object key) {
		Object present = this.entries.get(key);
		if (present instanceof Resource one) {
			return List.of(one);
		}
		return (present != null) ? List.copyOf(many(present)) : List.of();
	}

	@Nullable Resource first(Object key) {
		Object present = this.entries.get(key);
		if (present instanceof Resource one) {
			return one;
		}
		return (present != null) ? many(present).first() : null;
	}

	int count(Object key) {
		Object present = this.entries.get(key);
		if (present instanceof TreeSet<?> many) {
			return many.size();
		}
		return (present != null) ? 1 : 0;
	}

	void clear() {
		this.entries.clear();
	}

	@SuppressWarnings("unchecked")
	private TreeSet<Resource> many(Object present) {
		if (present instanceof TreeSet<?> many) {
			return (TreeSet<Resource>) many;
		}
		TreeSet<Resource> one = none();
		one.add((Resource) present);
		return one;
	}

	private static TreeSet<Resource> none() {
		return new TreeSet<>(Resource.BY_CREATION);
	}

	private Collection<?> keys(Resource resource) {
		@Nullable Object value = resource.get(this.property);
		if (value instanceof Collection<?> many) {
			return many;
		}
		return (value != null) ? List.of(value) : List.of();
	}

}
