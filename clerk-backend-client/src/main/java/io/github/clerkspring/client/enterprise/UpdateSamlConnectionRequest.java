package io.github.clerkspring.client.enterprise;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Request to update a SAML connection. Unset fields remain unchanged. */
public final class UpdateSamlConnectionRequest extends SamlSettings<UpdateSamlConnectionRequest> {

	private UpdateSamlConnectionRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateSamlConnectionRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateSamlConnectionRequest create() {
		return new UpdateSamlConnectionRequest(Map.of());
	}

	public UpdateSamlConnectionRequest name(@Nullable String name) {
		return setNullable("name", name);
	}

	/**
	 * Set the only domain of the connection.
	 * @param domain the domain
	 * @deprecated use {@link #domains(List)}
	 */
	@Deprecated
	public UpdateSamlConnectionRequest domain(@Nullable String domain) {
		return setNullable("domain", domain);
	}

	public UpdateSamlConnectionRequest domains(@Nullable List<String> domains) {
		return setNullable("domains", domains);
	}

	/** Set the id of the organization that users of the connection join. */
	public UpdateSamlConnectionRequest organizationId(@Nullable String organizationId) {
		return setNullable("organization_id", organizationId);
	}

	public UpdateSamlConnectionRequest active(@Nullable Boolean active) {
		return setNullable("active", active);
	}

	/** Set whether user attributes are synchronized with the provider at each sign-in. */
	public UpdateSamlConnectionRequest syncUserAttributes(@Nullable Boolean syncUserAttributes) {
		return setNullable("sync_user_attributes", syncUserAttributes);
	}

	/** Set whether addresses of subdomains may sign in. */
	public UpdateSamlConnectionRequest allowSubdomains(@Nullable Boolean allowSubdomains) {
		return setNullable("allow_subdomains", allowSubdomains);
	}

	/** Set whether sign-ins initiated by the identity provider are allowed. */
	public UpdateSamlConnectionRequest allowIdpInitiated(@Nullable Boolean allowIdpInitiated) {
		return setNullable("allow_idp_initiated", allowIdpInitiated);
	}

	public UpdateSamlConnectionRequest disableAdditionalIdentifications(@Nullable Boolean value) {
		return setNullable("disable_additional_identifications", value);
	}

	public UpdateSamlConnectionRequest allowOrganizationAccountLinking(@Nullable Boolean value) {
		return setNullable("allow_organization_account_linking", value);
	}

	/** Set whether the provider must authenticate the user at each sign-in. */
	public UpdateSamlConnectionRequest forceAuthn(boolean forceAuthn) {
		return set("force_authn", forceAuthn);
	}

	/**
	 * Permit the deletion of verified domains of organizations that equal a domain of the
	 * connection.
	 */
	public UpdateSamlConnectionRequest consentVerifiedDomainsDeletion(@Nullable Boolean value) {
		return setNullable("consent_verified_domains_deletion", value);
	}

}
