package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which page of the redirect URLs.
 */
public final class RedirectUrlQuery extends PageQuery<RedirectUrlQuery> {

	private RedirectUrlQuery(Map<String, @Nullable Object> fields) {
		super(fields, RedirectUrlQuery::new);
	}

	/**
	 * Begin with no condition.
	 * @return the query
	 */
	public static RedirectUrlQuery create() {
		return new RedirectUrlQuery(Map.of());
	}

	/**
	 * Set whether limit and offset are heeded; without it all URLs come at once.
	 */
	public RedirectUrlQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
