package io.github.clerkspring.client.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for templates. */
public final class TemplateQuery extends PageQuery<TemplateQuery> {

	private TemplateQuery(Map<String, @Nullable Object> fields) {
		super(fields, TemplateQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static TemplateQuery create() {
		return new TemplateQuery(Map.of());
	}

	/** Set whether the page includes the total count. */
	public TemplateQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
