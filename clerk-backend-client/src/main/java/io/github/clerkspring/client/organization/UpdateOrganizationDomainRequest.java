package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update a domain. Unset fields remain unchanged. */
public final class UpdateOrganizationDomainRequest extends RequestFields<UpdateOrganizationDomainRequest> {

	private UpdateOrganizationDomainRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateOrganizationDomainRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateOrganizationDomainRequest create() {
		return new UpdateOrganizationDomainRequest(Map.of());
	}

	public UpdateOrganizationDomainRequest enrollmentMode(@Nullable OrganizationEnrollmentMode enrollmentMode) {
		return setNullable("enrollment_mode", enrollmentMode);
	}

	public UpdateOrganizationDomainRequest verified(@Nullable Boolean verified) {
		return setNullable("verified", verified);
	}

}
