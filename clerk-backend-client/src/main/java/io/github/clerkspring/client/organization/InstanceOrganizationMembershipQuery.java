package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which memberships of any organization to read. */
public final class InstanceOrganizationMembershipQuery extends PageQuery<InstanceOrganizationMembershipQuery> {

	private InstanceOrganizationMembershipQuery(Map<String, @Nullable Object> fields) {
		super(fields, InstanceOrganizationMembershipQuery::new);
	}

	/** Begin with the first page of all. */
	public static InstanceOrganizationMembershipQuery create() {
		return new InstanceOrganizationMembershipQuery(Map.of());
	}

	/**
	 * By {@code phone_number}, {@code email_address}, {@code created_at},
	 * {@code first_name}, {@code last_name}, {@code username}.
	 */
	public InstanceOrganizationMembershipQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
