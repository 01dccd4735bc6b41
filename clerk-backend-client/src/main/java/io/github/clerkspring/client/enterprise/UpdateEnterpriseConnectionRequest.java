package io.github.clerkspring.client.enterprise;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to update an enterprise connection. Unset fields remain unchanged. */
public final class UpdateEnterpriseConnectionRequest extends RequestFields<UpdateEnterpriseConnectionRequest> {

	private UpdateEnterpriseConnectionRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpdateEnterpriseConnectionRequest::new);
	}

	/** Create a request without changes. */
	public static UpdateEnterpriseConnectionRequest create() {
		return new UpdateEnterpriseConnectionRequest(Map.of());
	}

	public UpdateEnterpriseConnectionRequest name(@Nullable String name) {
		return setNullable("name", name);
	}

	public UpdateEnterpriseConnectionRequest domains(@Nullable List<String> domains) {
		return setNullable("domains", domains);
	}

	public UpdateEnterpriseConnectionRequest active(@Nullable Boolean active) {
		return setNullable("active", active);
	}

	/** Set whether user attributes are synchronized with the provider at each sign-in. */
	public UpdateEnterpriseConnectionRequest syncUserAttributes(@Nullable Boolean syncUserAttributes) {
		return setNullable("sync_user_attributes", syncUserAttributes);
	}

	public UpdateEnterpriseConnectionRequest disableAdditionalIdentifications(@Nullable Boolean value) {
		return setNullable("disable_additional_identifications", value);
	}

	public UpdateEnterpriseConnectionRequest allowOrganizationAccountLinking(@Nullable Boolean value) {
		return setNullable("allow_organization_account_linking", value);
	}

	/** Set the id of the organization that users of the connection join. */
	public UpdateEnterpriseConnectionRequest organizationId(@Nullable String organizationId) {
		return setNullable("organization_id", organizationId);
	}

	public UpdateEnterpriseConnectionRequest saml(@Nullable Saml saml) {
		return setNullable("saml", saml);
	}

	public UpdateEnterpriseConnectionRequest oidc(@Nullable OidcSettings oidc) {
		return setNullable("oidc", oidc);
	}

	/** Replace all custom attributes. */
	public UpdateEnterpriseConnectionRequest customAttributes(@Nullable List<CustomAttribute> customAttributes) {
		return setNullable("custom_attributes", customAttributes);
	}

	/** SAML settings to update. */
	public static final class Saml extends SamlSettings<Saml> {

		private Saml(Map<String, @Nullable Object> fields) {
			super(fields, Saml::new);
		}

		/** Create settings without changes. */
		public static Saml create() {
			return new Saml(Map.of());
		}

		public Saml name(@Nullable String name) {
			return setNullable("name", name);
		}

		/** Set whether addresses of subdomains may sign in. */
		public Saml allowSubdomains(@Nullable Boolean allowSubdomains) {
			return setNullable("allow_subdomains", allowSubdomains);
		}

		/** Set whether sign-ins initiated by the identity provider are allowed. */
		public Saml allowIdpInitiated(@Nullable Boolean allowIdpInitiated) {
			return setNullable("allow_idp_initiated", allowIdpInitiated);
		}

		/** Set whether the provider must authenticate the user at each sign-in. */
		public Saml forceAuthn(@Nullable Boolean forceAuthn) {
			return setNullable("force_authn", forceAuthn);
		}

	}

}
