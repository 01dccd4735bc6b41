package io.github.clerkspring.emulator.engine;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;

/**
 * Reads {@code limit}, {@code offset} and {@code order_by} and makes the page.
 */
public final class Paging {

	private static final int DEFAULT_LIMIT = 10;

	private final ApiCall call;

	private final int maximum;

	private Paging(ApiCall call, int maximum) {
		this.call = call;
		this.maximum = maximum;
	}

	/**
	 * Pages of at most 500.
	 * @param call the call
	 * @return the paging
	 */
	public static Paging of(ApiCall call) {
		return new Paging(call, 500);
	}

	/**
	 * Pages of another size.
	 * @param call the call
	 * @param maximum the highest limit
	 * @return the paging
	 */
	public static Paging of(ApiCall call, int maximum) {
		return new Paging(call, maximum);
	}

	/**
	 * Creates a response with {@code data} and {@code total_count}.
	 * @param selection the resources
	 * @param ordering the supported orders
	 * @param view shows one resource
	 * @return the response
	 */
	public ObjectNode envelope(Selection selection, Ordering ordering, Function<Resource, ? extends JsonNode> view) {
		ObjectNode answer = Json.object();
		answer.set("data", array(selection, ordering, view));
		return answer.put("total_count", selection.count());
	}

	/**
	 * Creates a response with an array.
	 * @param selection the resources
	 * @param ordering the supported orders
	 * @param view shows one resource
	 * @return the response
	 */
	public JsonNode array(Selection selection, Ordering ordering, Function<Resource, ? extends JsonNode> view) {
		return Json.array(page(selection, ordering, null).stream().map(view).toList());
	}

	/**
	 * Creates a response with {@code data} and {@code total_count} if
	 * {@code paginated=true} is requested, otherwise an array.
	 * @param selection the resources
	 * @param ordering the supported orders
	 * @param view shows one resource
	 * @return the response
	 */
	public JsonNode arrayOrEnvelope(Selection selection, Ordering ordering,
			Function<Resource, ? extends JsonNode> view) {
		return Boolean.TRUE.equals(this.call.query().flag("paginated")) ? envelope(selection, ordering, view)
				: array(selection, ordering, view);
	}

	/**
	 * Reads a page.
	 * @param selection the resources
	 * @param ordering the supported orders
	 * @param after the resource before the first one, or null
	 * @return the resources
	 */
	public List<Resource> page(Selection selection, Ordering ordering, @Nullable Resource after) {
		Ordering.Choice choice = ordering.choose(this.call.query().text("order_by"));
		Function<Resource, @Nullable Comparable<?>> value = choice.value();
		return (value != null) ? selection.page(value, choice.descending(), offset(), limit())
				: selection.page(choice.descending(), after, offset(), limit());
	}

	/**
	 * Cuts a page out of a list that was made for this call.
	 * @param elements all elements
	 * @param <T> their type
	 * @return the page
	 */
	public <T> List<T> page(List<T> elements) {
		return elements.stream().skip(offset()).limit(limit()).toList();
	}

	private int limit() {
		Long limit = this.call.query().number("limit");
		return (limit == null || limit < 1 || limit > this.maximum) ? DEFAULT_LIMIT : limit.intValue();
	}

	private int offset() {
		Long offset = this.call.query().number("offset");
		return (offset == null || offset < 0) ? 0 : (int) Math.min(offset, Integer.MAX_VALUE);
	}

}
