package io.github.clerkspring.client.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Which page of a list that knows no conditions. */
public final class PlainPageQuery extends PageQuery<PlainPageQuery> {

	private PlainPageQuery(Map<String, @Nullable Object> fields) {
		super(fields, PlainPageQuery::new);
	}

	/** Begin with the first page. */
	public static PlainPageQuery create() {
		return new PlainPageQuery(Map.of());
	}

}
