package io.github.clerkspring.client.machine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for machines. */
public final class MachineQuery extends PageQuery<MachineQuery> {

	private MachineQuery(Map<String, @Nullable Object> fields) {
		super(fields, MachineQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static MachineQuery create() {
		return new MachineQuery(Map.of());
	}

	/** Filter by a text contained in the name, or by id. */
	public MachineQuery query(String query) {
		return set("query", query);
	}

	/** Set the order: {@code name} or {@code created_at}. Defaults to newest first. */
	public MachineQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
