package io.github.clerkspring.client.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which templates to read. */
public final class TemplateQuery extends PageQuery<TemplateQuery> {

	private TemplateQuery(Map<String, @Nullable Object> fields) {
		super(fields, TemplateQuery::new);
	}

	/** Begin with the first page. */
	public static TemplateQuery create() {
		return new TemplateQuery(Map.of());
	}

	/** Let the page tell how many templates there are in all. */
	public TemplateQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
