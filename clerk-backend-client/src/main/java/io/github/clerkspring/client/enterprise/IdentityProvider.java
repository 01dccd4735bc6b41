package io.github.clerkspring.client.enterprise;

import com.fasterxml.jackson.annotation.JsonValue;

/** Type of an identity provider. SAML connections support only the first four. */
public record IdentityProvider(@JsonValue String value) {

	public static final IdentityProvider SAML_CUSTOM = new IdentityProvider("saml_custom");

	public static final IdentityProvider SAML_OKTA = new IdentityProvider("saml_okta");

	public static final IdentityProvider SAML_GOOGLE = new IdentityProvider("saml_google");

	public static final IdentityProvider SAML_MICROSOFT = new IdentityProvider("saml_microsoft");

	public static final IdentityProvider OIDC_CUSTOM = new IdentityProvider("oidc_custom");

	public static final IdentityProvider OIDC_GITHUB_ENTERPRISE = new IdentityProvider("oidc_github_enterprise");

	public static final IdentityProvider OIDC_GITLAB = new IdentityProvider("oidc_gitlab");

	@Override
	public String toString() {
		return this.value;
	}

}
