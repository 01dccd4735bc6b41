package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for the memberships of all organizations. */
public final class InstanceOrganizationMembershipQuery extends PageQuery<InstanceOrganizationMembershipQuery> {

	private InstanceOrganizationMembershipQuery(Map<String, @Nullable Object> fields) {
		super(fields, InstanceOrganizationMembershipQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static InstanceOrganizationMembershipQuery create() {
		return new InstanceOrganizationMembershipQuery(Map.of());
	}

	/**
	 * Set the order: {@code phone_number}, {@code email_address}, {@code created_at},
	 * {@code
	 * first_name}, {@code last_name} or {@code username}.
	 */
	public InstanceOrganizationMembershipQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
