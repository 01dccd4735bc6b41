package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** A domain to give to an organization. */
public final class CreateOrganizationDomainRequest extends RequestFields<CreateOrganizationDomainRequest> {

	private CreateOrganizationDomainRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateOrganizationDomainRequest::new);
	}

	/** Begin with nothing. */
	public static CreateOrganizationDomainRequest create() {
		return new CreateOrganizationDomainRequest(Map.of());
	}

	/** The name of the domain, such as {@code example.com}. */
	public CreateOrganizationDomainRequest name(String name) {
		return set("name", name);
	}

	public CreateOrganizationDomainRequest enrollmentMode(OrganizationEnrollmentMode enrollmentMode) {
		return set("enrollment_mode", enrollmentMode);
	}

	/** Whether the domain counts as verified; it does unless told otherwise. */
	public CreateOrganizationDomainRequest verified(@Nullable Boolean verified) {
		return setNullable("verified", verified);
	}

}
