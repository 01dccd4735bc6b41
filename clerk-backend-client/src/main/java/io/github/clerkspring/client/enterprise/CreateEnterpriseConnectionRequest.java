package io.github.clerkspring.client.enterprise;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create an enterprise connection. */
public final class CreateEnterpriseConnectionRequest extends RequestFields<CreateEnterpriseConnectionRequest> {

	private CreateEnterpriseConnectionRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateEnterpriseConnectionRequest::new);
	}

	/**
	 * Create a request with the display name, the provider and at least one email domain.
	 */
	public static CreateEnterpriseConnectionRequest create(String name, IdentityProvider provider,
			List<String> domains) {
		Assert.notEmpty(domains, "domains must not be empty");
		return new CreateEnterpriseConnectionRequest(Map.of()).set("name", name)
			.set("provider", provider)
			.set("domains", domains);
	}

	/** Set the id of the organization that users of the connection join. */
	public CreateEnterpriseConnectionRequest organizationId(@Nullable String organizationId) {
		return setNullable("organization_id", organizationId);
	}

	public CreateEnterpriseConnectionRequest allowOrganizationAccountLinking(@Nullable Boolean value) {
		return setNullable("allow_organization_account_linking", value);
	}

	public CreateEnterpriseConnectionRequest active(@Nullable Boolean active) {
		return setNullable("active", active);
	}

	public CreateEnterpriseConnectionRequest saml(@Nullable Saml saml) {
		return setNullable("saml", saml);
	}

	public CreateEnterpriseConnectionRequest oidc(@Nullable OidcSettings oidc) {
		return setNullable("oidc", oidc);
	}

	public CreateEnterpriseConnectionRequest customAttributes(List<CustomAttribute> customAttributes) {
		return set("custom_attributes", customAttributes);
	}

	/** SAML settings of the connection. */
	public static final class Saml extends SamlSettings<Saml> {

		private Saml(Map<String, @Nullable Object> fields) {
			super(fields, Saml::new);
		}

		/** Create empty settings. */
		public static Saml create() {
			return new Saml(Map.of());
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
