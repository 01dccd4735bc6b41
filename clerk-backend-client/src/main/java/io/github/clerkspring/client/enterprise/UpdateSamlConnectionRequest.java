package io.github.clerkspring.client.enterprise;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Changes of a SAML connection. Fields that are not set stay as they are. */
public final class UpdateSamlConnectionRequest extends SamlSettings<UpdateSamlConnectionRequest> {

	private UpdateSamlConnectionRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateSamlConnectionRequest::new);
	}

	/** Begin with no change. */
	public static UpdateSamlConnectionRequest create() {
		return new UpdateSamlConnectionRequest(Map.of());
	}

	public UpdateSamlConnectionRequest name(@Nullable String name) {
		return setNullable("name", name);
	}

	/**
	 * Set the only domain of the connection.
	 * @param domain the value
	 * @deprecated use {@link #domains(List)}
	 */
	@Deprecated
	public UpdateSamlConnectionRequest domain(@Nullable String domain) {
		return setNullable("domain", domain);
	}

	public UpdateSamlConnectionRequest domains(@Nullable List<String> domains) {
		return setNullable("domains", domains);
	}

	/** Set the organization that users of the connection join. */
	public UpdateSamlConnectionRequest organizationId(@Nullable String organizationId) {
		return setNullable("organization_id", organizationId);
	}

	public UpdateSamlConnectionRequest active(@Nullable Boolean active) {
		return setNullable("active", active);
	}

	/** Set whether users are updated from the provider at each sign-in. */
	public UpdateSamlConnectionRequest syncUserAttributes(@Nullable Boolean syncUserAttributes) {
		return setNullable("sync_user_attributes", syncUserAttributes);
	}

	/** Set whether addresses at subdomains of the domains may sign in. */
	public UpdateSamlConnectionRequest allowSubdomains(@Nullable Boolean allowSubdomains) {
		return setNullable("allow_subdomains", allowSubdomains);
	}

	/** Set whether a sign-in may begin at the identity provider. */
	public UpdateSamlConnectionRequest allowIdpInitiated(@Nullable Boolean allowIdpInitiated) {
		return setNullable("allow_idp_initiated", allowIdpInitiated);
	}

	public UpdateSamlConnectionRequest disableAdditionalIdentifications(@Nullable Boolean value) {
		return setNullable("disable_additional_identifications", value);
	}

	public UpdateSamlConnectionRequest allowOrganizationAccountLinking(@Nullable Boolean value) {
		return setNullable("allow_organization_account_linking", value);
	}

	/** Set whether the provider asks for the password each time. */
	public UpdateSamlConnectionRequest forceAuthn(boolean forceAuthn) {
		return set("force_authn", forceAuthn);
	}

	/** Let go verified domains of organizations that equal one of the connection. */
	public UpdateSamlConnectionRequest consentVerifiedDomainsDeletion(@Nullable Boolean value) {
		return setNullable("consent_verified_domains_deletion", value);
	}

}
