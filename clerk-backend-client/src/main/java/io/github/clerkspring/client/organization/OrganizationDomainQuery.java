package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which domains of an organization to read. */
public final class OrganizationDomainQuery extends PageQuery<OrganizationDomainQuery> {

	private OrganizationDomainQuery(Map<String, @Nullable Object> fields) {
		super(fields, OrganizationDomainQuery::new);
	}

	/** Begin with the first page of all. */
	public static OrganizationDomainQuery create() {
		return new OrganizationDomainQuery(Map.of());
	}

	public OrganizationDomainQuery verified(boolean verified) {
		return set("verified", verified);
	}

	/** Keep those with the mode; {@link OrganizationEnrollmentMode#not()} drops. */
	public OrganizationDomainQuery enrollmentMode(OrganizationEnrollmentMode enrollmentMode) {
		return set("enrollment_mode", enrollmentMode);
	}

}
