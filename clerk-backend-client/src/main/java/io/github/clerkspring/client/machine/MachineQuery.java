package io.github.clerkspring.client.machine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which machines to read. */
public final class MachineQuery extends PageQuery<MachineQuery> {

	private MachineQuery(Map<String, @Nullable Object> fields) {
		super(fields, MachineQuery::new);
	}

	/** Begin with the first page of all. */
	public static MachineQuery create() {
		return new MachineQuery(Map.of());
	}

	/** Keep the one with this id, or those with this text in their name. */
	public MachineQuery query(String query) {
		return set("query", query);
	}

	/** By {@code name}, {@code created_at}; newest first unless set. */
	public MachineQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
