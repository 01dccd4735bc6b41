package io.github.clerkspring.client.organization;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for the domains of all organizations. */
public final class InstanceOrganizationDomainQuery extends PageQuery<InstanceOrganizationDomainQuery> {

	private InstanceOrganizationDomainQuery(Map<String, @Nullable Object> fields) {
		super(fields, InstanceOrganizationDomainQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static InstanceOrganizationDomainQuery create() {
		return new InstanceOrganizationDomainQuery(Map.of());
	}

	public InstanceOrganizationDomainQuery organizationId(String organizationId) {
		return set("organization_id", organizationId);
	}

	public InstanceOrganizationDomainQuery verified(boolean verified) {
		return set("verified", verified);
	}

	/** Filter by enrollment mode; {@link OrganizationEnrollmentMode#not()} excludes. */
	public InstanceOrganizationDomainQuery enrollmentMode(OrganizationEnrollmentMode... enrollmentModes) {
		return set("enrollment_mode",
				Stream.of(enrollmentModes).map(OrganizationEnrollmentMode::value).collect(Collectors.joining(",")));
	}

	/** Filter by a text contained in the name, or by organization id. */
	public InstanceOrganizationDomainQuery query(String query) {
		return set("query", query);
	}

	/** Filter by domain name. */
	public InstanceOrganizationDomainQuery domains(String... domains) {
		return set("domains", List.of(domains));
	}

	/** Set the order: {@code name} or {@code created_at}. Defaults to newest first. */
	public InstanceOrganizationDomainQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
