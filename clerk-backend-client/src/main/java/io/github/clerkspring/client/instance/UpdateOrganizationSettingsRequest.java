package io.github.clerkspring.client.instance;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update the organization settings. Unset fields remain unchanged. */
public final class UpdateOrganizationSettingsRequest extends RequestFields<UpdateOrganizationSettingsRequest> {

	private UpdateOrganizationSettingsRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateOrganizationSettingsRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateOrganizationSettingsRequest create() {
		return new UpdateOrganizationSettingsRequest(Map.of());
	}

	public UpdateOrganizationSettingsRequest enabled(@Nullable Boolean enabled) {
		return setNullable("enabled", enabled);
	}

	/** Set the maximum number of members of an organization; 0 for unlimited. */
	public UpdateOrganizationSettingsRequest maxAllowedMemberships(@Nullable Integer maxAllowedMemberships) {
		return setNullable("max_allowed_memberships", maxAllowedMemberships);
	}

	public UpdateOrganizationSettingsRequest adminDeleteEnabled(@Nullable Boolean adminDeleteEnabled) {
		return setNullable("admin_delete_enabled", adminDeleteEnabled);
	}

	public UpdateOrganizationSettingsRequest domainsEnabled(@Nullable Boolean domainsEnabled) {
		return setNullable("domains_enabled", domainsEnabled);
	}

	public UpdateOrganizationSettingsRequest slugDisabled(@Nullable Boolean slugDisabled) {
		return setNullable("slug_disabled", slugDisabled);
	}

	public UpdateOrganizationSettingsRequest domainsEnrollmentModes(List<OrganizationSettings.EnrollmentMode> value) {
		return set("domains_enrollment_modes", value);
	}

	/** Set the id of the role of creators of organizations. */
	public UpdateOrganizationSettingsRequest creatorRoleId(@Nullable String creatorRoleId) {
		return setNullable("creator_role_id", creatorRoleId);
	}

	/** Set the id of the role of members who join by a domain. */
	public UpdateOrganizationSettingsRequest domainsDefaultRoleId(@Nullable String domainsDefaultRoleId) {
		return setNullable("domains_default_role_id", domainsDefaultRoleId);
	}

}
