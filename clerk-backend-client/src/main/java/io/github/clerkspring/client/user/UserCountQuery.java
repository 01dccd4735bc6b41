package io.github.clerkspring.client.user;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Query for the number of users: the conditions of a {@link UserQuery} without page and
 * order.
 */
public final class UserCountQuery extends RequestFields<UserCountQuery> {

	private static final Set<String> PAGE_AND_ORDER = Set.of("limit", "offset", "starting_after", "order_by");

	private UserCountQuery(Map<String, @Nullable Object> fields) {
		super(fields, UserCountQuery::new);
	}

	/** Create a query with the conditions of a {@link UserQuery}. */
	public static UserCountQuery of(UserQuery query) {
		Map<String, @Nullable Object> conditions = new LinkedHashMap<>(query.fields());
		conditions.keySet().removeAll(PAGE_AND_ORDER);
		return new UserCountQuery(conditions);
	}

}
