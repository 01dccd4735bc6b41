package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to add a domain to an organization. */
public final class CreateOrganizationDomainRequest extends RequestFields<CreateOrganizationDomainRequest> {

	private CreateOrganizationDomainRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOrganizationDomainRequest::new);
	}

	/** Create an empty request. */
	public static CreateOrganizationDomainRequest create() {
		return new CreateOrganizationDomainRequest(Map.of());
	}

	/** Set the name of the domain, such as {@code example.com}. */
	public CreateOrganizationDomainRequest name(String name) {
		return set("name", name);
	}

	public CreateOrganizationDomainRequest enrollmentMode(OrganizationEnrollmentMode enrollmentMode) {
		return set("enrollment_mode", enrollmentMode);
	}

	/** Set whether the domain is considered verified. Defaults to true. */
	public CreateOrganizationDomainRequest verified(@Nullable Boolean verified) {
		return setNullable("verified", verified);
	}

}
