package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Changes of a domain. Fields that are not set stay as they are. */
public final class UpdateOrganizationDomainRequest extends RequestFields<UpdateOrganizationDomainRequest> {

	private UpdateOrganizationDomainRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateOrganizationDomainRequest::new);
	}

	/** Begin with no change. */
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
