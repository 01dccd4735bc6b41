package io.github.clerkspring.client.organization;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which domains of any organization to read. */
public final class InstanceOrganizationDomainQuery extends PageQuery<InstanceOrganizationDomainQuery> {

	private InstanceOrganizationDomainQuery(Map<String, @Nullable Object> fields) {
		super(fields, InstanceOrganizationDomainQuery::new);
	}

	/** Begin with the first page of all. */
	public static InstanceOrganizationDomainQuery create() {
		return new InstanceOrganizationDomainQuery(Map.of());
	}

	public InstanceOrganizationDomainQuery organizationId(String organizationId) {
		return set("organization_id", organizationId);
	}

	public InstanceOrganizationDomainQuery verified(boolean verified) {
		return set("verified", verified);
	}

	/** Keep those with a mode; {@link OrganizationEnrollmentMode#not()} drops. */
	public InstanceOrganizationDomainQuery enrollmentMode(OrganizationEnrollmentMode... enrollmentModes) {
		return set("enrollment_mode",
				Stream.of(enrollmentModes).map(OrganizationEnrollmentMode::value).collect(Collectors.joining(",")));
	}

	/** Keep those whose name contains the text, or of the organization with this id. */
	public InstanceOrganizationDomainQuery query(String query) {
		return set("query", query);
	}

	/** Keep these, given by their names. */
	public InstanceOrganizationDomainQuery domains(String... domains) {
		return set("domains", List.of(domains));
	}

	/** By {@code name}, {@code created_at}; newest first unless set. */
	public InstanceOrganizationDomainQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
