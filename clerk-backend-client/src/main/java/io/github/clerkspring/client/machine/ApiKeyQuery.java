package io.github.clerkspring.client.machine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for API keys. */
public final class ApiKeyQuery extends PageQuery<ApiKeyQuery> {

	private static final int MAX_LIMIT = 100;

	private ApiKeyQuery(Map<String, @Nullable Object> fields) {
		super(fields, ApiKeyQuery::new);
	}

	/** Create a query for the valid keys of a user, organization or machine. */
	public static ApiKeyQuery create(String subject) {
		return new ApiKeyQuery(Map.of()).set("subject", subject);
	}

	@Override
	public int maxLimit() {
		return MAX_LIMIT;
	}

	/** Set the type. Defaults to {@code api_key}. */
	public ApiKeyQuery type(String type) {
		return set("type", type);
	}

	/** Set whether revoked and expired keys are included. */
	public ApiKeyQuery includeInvalid(boolean includeInvalid) {
		return set("include_invalid", includeInvalid);
	}

	public ApiKeyQuery query(String query) {
		return set("query", query);
	}

}
