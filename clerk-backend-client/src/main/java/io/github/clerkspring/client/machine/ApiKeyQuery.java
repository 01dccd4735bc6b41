package io.github.clerkspring.client.machine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which API keys to read. */
public final class ApiKeyQuery extends PageQuery<ApiKeyQuery> {

	private static final int MAX_LIMIT = 100;

	private ApiKeyQuery(Map<String, @Nullable Object> fields) {
		super(fields, ApiKeyQuery::new);
	}

	/** Begin with the valid keys of one user, organization or machine. */
	public static ApiKeyQuery create(String subject) {
		return new ApiKeyQuery(Map.of()).set("subject", subject);
	}

	@Override
	public int maxLimit() {
		return MAX_LIMIT;
	}

	/** {@code api_key} unless set. */
	public ApiKeyQuery type(String type) {
		return set("type", type);
	}

	/** Whether to read revoked and expired keys too. */
	public ApiKeyQuery includeInvalid(boolean includeInvalid) {
		return set("include_invalid", includeInvalid);
	}

	public ApiKeyQuery query(String query) {
		return set("query", query);
	}

}
