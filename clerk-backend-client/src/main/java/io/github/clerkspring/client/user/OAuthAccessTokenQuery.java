package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which page of the OAuth access tokens is listed.
 */
public final class OAuthAccessTokenQuery extends PageQuery<OAuthAccessTokenQuery> {

	private OAuthAccessTokenQuery(Map<String, @Nullable Object> fields) {
		super(fields, OAuthAccessTokenQuery::new);
	}

	/**
	 * Begin with the first page.
	 * @return the query
	 */
	public static OAuthAccessTokenQuery create() {
		return new OAuthAccessTokenQuery(Map.of());
	}

	public OAuthAccessTokenQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
