package io.github.clerkspring.client.enterprise;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Request to create a SAML connection. {@link #domains(List)} is required. */
public final class CreateSamlConnectionRequest extends SamlSettings<CreateSamlConnectionRequest> {

	private CreateSamlConnectionRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateSamlConnectionRequest::new);
	}

	/** Create a request with the display name and a SAML provider. */
	public static CreateSamlConnectionRequest create(String name, IdentityProvider provider) {
		return new CreateSamlConnectionRequest(Map.of()).set("name", name).set("provider", provider);
	}

	/**
	 * Set the only domain of the connection.
	 * @param domain the domain
	 * @deprecated use {@link #domains(List)}
	 */
	@Deprecated
	public CreateSamlConnectionRequest domain(String domain) {
		return set("domain", domain);
	}

	/** Set the email domains whose users sign in with the connection. */
	public CreateSamlConnectionRequest domains(List<String> domains) {
		return set("domains", domains);
	}

	/** Set the id of the organization that users of the connection join. */
	public CreateSamlConnectionRequest organizationId(@Nullable String organizationId) {
		return setNullable("organization_id", organizationId);
	}

	/** Set whether the provider must authenticate the user at each sign-in. */
	public CreateSamlConnectionRequest forceAuthn(boolean forceAuthn) {
		return set("force_authn", forceAuthn);
	}

}
