package io.github.clerkspring.emulator.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A part of a table: narrowed through indexes first, by conditions then. Without
 * conditions neither counting nor reading a page walks over the whole table.
 */
public final class Selection {

	private final Table table;

	private @Nullable NavigableSet<Resource> candidates;

	private final List<Predicate<Resource>> conditions = new ArrayList<>();

	private Selection(Table table) {
		this.table = table;
	}

	/**
	 * Begins with all resources of a table.
	 * @param table the table
	 * @return the selection
	 */
	public static Selection of(Table table) {
		return new Selection(table);
	}

	/**
	 * Keeps resources whose property has one of the values.
	 * @param property an indexed property
	 * @param values the values; none keeps all
	 * @return this selection
	 */
	public Selection in(String property, Collection<String> values) {
		return (values.isEmpty()) ? this : among(find(property, values));
	}

	/**
	 * Keeps resources by id, where {@code -} before an id excludes it and {@code +} does
	 * nothing.
	 * @param ids the ids; none keeps all
	 * @return this selection
	 */
	public Selection ids(Collection<String> ids) {
		return signed(ids, (included) -> {
			NavigableSet<Resource> found = none();
			included.forEach((id) -> add(found, this.table.find(id)));
			return found;
		});
	}

	/**
	 * Keeps resources by an indexed property, where {@code -} before a value excludes it
	 * and {@code +} does nothing.
	 * @param property an indexed property
	 * @param values the values; none keeps all
	 * @return this selection
	 */
	public Selection signed(String property, Collection<String> values) {
		return signed(values, (included) -> find(property, included));
	}

	/**
	 * Keeps resources that other resources point to, where {@code -} before a value
	 * excludes them.
	 * @param values the values; none keeps all
	 * @param finder finds the ids for plain values
	 * @return this selection
	 */
	public Selection referenced(Collection<String> values, Function<Collection<String>, Collection<String>> finder) {
		return signed(values, (included) -> {
			NavigableSet<Resource> found = none();
			finder.apply(included).forEach((id) -> add(found, this.table.find(id)));
			return found;
		});
	}

	/**
	 * Keeps resources with these ids; none keeps nothing.
	 * @param ids the ids, without signs
	 * @return this selection
	 */
	public Selection restrictedTo(Collection<String> ids) {
		NavigableSet<Resource> found = none();
		ids.forEach((id) -> add(found, this.table.find(id)));
		return among(found);
	}

	/**
	 * Keeps resources that belong to selected resources of another table.
	 * @param property the indexed property with the id of the owner
	 * @param owners the selected owners; all owners keep all resources
	 * @return this selection
	 */
	public Selection ownedBy(String property, Selection owners) {
		NavigableSet<Resource> narrowed = owners.candidates;
		if (narrowed != null) {
			return among(find(property, owners.filter(narrowed).map(Resource::id).toList()));
		}
		if (!owners.conditions.isEmpty()) {
			where((resource) -> {
				Resource owner = owners.table.find(resource.required(property));
				return owner != null && owners.contains(owner);
			});
		}
		return this;
	}

	/**
	 * Keeps resources that fulfil a condition.
	 * @param condition the condition
	 * @return this selection
	 */
	public Selection where(Predicate<Resource> condition) {
		this.conditions.add(condition);
		return this;
	}

	/**
	 * Whether a resource is selected.
	 * @param resource a resource of the table
	 * @return true if it is
	 */
	public boolean contains(Resource resource) {
		return candidates().contains(resource)
				&& this.conditions.stream().allMatch((condition) -> condition.test(resource));
	}

	/**
	 * Returns the number of selected resources.
	 * @return the number
	 */
	public int count() {
		return (this.conditions.isEmpty()) ? candidates().size() : (int) filter(candidates()).count();
	}

	/**
	 * Reads a page in the order of creation.
	 * @param newestFirst whether to begin with the newest
	 * @param after the resource before the first one, or null
	 * @param offset the number of resources to skip
	 * @param limit the maximum number of resources
	 * @return the page
	 */
	public List<Resource> page(boolean newestFirst, @Nullable Resource after, int offset, int limit) {
		NavigableSet<Resource> set = (newestFirst) ? candidates().descendingSet() : candidates();
		return filter((after != null) ? set.tailSet(after, false) : set).skip(offset).limit(limit).toList();
	}

	/**
	 * Reads a page in another order; resources that are equal in it come newest first.
	 * @param value returns the value to order by, read once for each resource
	 * @param descending whether the order is reversed; resources without a value are
	 * last, or first in reverse order
	 * @param offset the number of resources to skip
	 * @param limit the maximum number of resources
	 * @return the page
	 */
	public List<Resource> page(Function<Resource, @Nullable Comparable<?>> value, boolean descending, int offset,
			int limit) {
		return filter(candidates().descendingSet()).map((resource) -> new Ranked(value.apply(resource), resource))
			.sorted((descending) ? Ranked.BY_VALUE.reversed() : Ranked.BY_VALUE)
			.skip(offset)
			.limit(limit)
			.map(Ranked::resource)
			.toList();
	}

	/**
	 * Returns the oldest selected resource.
	 * @return the resource, or null if none is selected
	 */
	public @Nullable Resource first() {
		return filter(candidates()).findFirst().orElse(null);
	}

	// The smaller set is read, the larger one tested
	private Selection among(NavigableSet<Resource> found) {
		NavigableSet<Resource> present = this.candidates;
		if (present == null) {
			this.candidates = found;
		}
		else if (present.size() <= found.size()) {
			this.conditions.add(found::contains);
		}
		else {
			this.candidates = found;
			this.conditions.add(present::contains);
		}
		return this;
	}

	private Selection signed(Collection<String> values, Function<Collection<String>, NavigableSet<Resource>> finder) {
		Set<String> included = new HashSet<>();
		Set<String> excluded = new HashSet<>();
		for (String value : values) {
			boolean sign = value.startsWith("-") || value.startsWith("+");
			(value.startsWith("-") ? excluded : included).add((sign) ? value.substring(1) : value);
		}
		if (!excluded.isEmpty()) {
			NavigableSet<Resource> unwanted = finder.apply(excluded);
			this.conditions.add((resource) -> !unwanted.contains(resource));
		}
		return (included.isEmpty()) ? this : among(finder.apply(included));
	}

	private NavigableSet<Resource> find(String property, Collection<String> values) {
		if (values.size() == 1) {
			return this.table.indexed(property, values.iterator().next());
		}
		NavigableSet<Resource> found = none();
		values.forEach((value) -> found.addAll(this.table.indexed(property, value)));
		return found;
	}

	private NavigableSet<Resource> candidates() {
		return (this.candidates != null) ? this.candidates : this.table.all();
	}

	private Stream<Resource> filter(NavigableSet<Resource> set) {
		Stream<Resource> stream = set.stream();
		for (Predicate<Resource> condition : this.conditions) {
			stream = stream.filter(condition);
		}
		return stream;
	}

	private static NavigableSet<Resource> none() {
		return new TreeSet<>(Resource.BY_CREATION);
	}

	private static void add(Set<Resource> found, @Nullable Resource resource) {
		if (resource != null) {
			found.add(resource);
		}
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private record Ranked(@Nullable Comparable value, Resource resource) {

		static final Comparator<Ranked> BY_VALUE = Comparator.comparing(Ranked::value,
				Comparator.nullsLast(Comparator.naturalOrder()));

	}

}
