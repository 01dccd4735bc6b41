package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for the domains of an organization. */
public final class OrganizationDomainQuery extends PageQuery<OrganizationDomainQuery> {

	private OrganizationDomainQuery(Map<String, @Nullable Object> fields) {
		super(fields, OrganizationDomainQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static OrganizationDomainQuery create() {
		return new OrganizationDomainQuery(Map.of());
	}

	public OrganizationDomainQuery verified(boolean verified) {
		return set("verified", verified);
	}

	/** Filter by enrollment mode; {@link OrganizationEnrollmentMode#not()} excludes. */
	public OrganizationDomainQuery enrollmentMode(OrganizationEnrollmentMode enrollmentMode) {
		return set("enrollment_mode", enrollmentMode);
	}

}
