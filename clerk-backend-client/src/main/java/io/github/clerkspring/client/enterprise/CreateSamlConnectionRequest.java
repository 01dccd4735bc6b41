package io.github.clerkspring.client.enterprise;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** SAML connection to create. It needs {@link #domains(List)}. */
public final class CreateSamlConnectionRequest extends SamlSettings<CreateSamlConnectionRequest> {

	private CreateSamlConnectionRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateSamlConnectionRequest::new);
	}

	/** Begin with a name for people, and a provider that speaks SAML. */
	public static CreateSamlConnectionRequest create(String name, IdentityProvider provider) {
		return new CreateSamlConnectionRequest(Map.of()).set("name", name).set("provider", provider);
	}

	/**
	 * Set the only domain of the connection.
	 * @param domain the value
	 * @deprecated use {@link #domains(List)}
	 */
	@Deprecated
	public CreateSamlConnectionRequest domain(String domain) {
		return set("domain", domain);
	}

	/** Set the domains of the addresses that sign in this way. */
	public CreateSamlConnectionRequest domains(List<String> domains) {
		return set("domains", domains);
	}

	/** Set the organization that users of the connection join. */
	public CreateSamlConnectionRequest organizationId(@Nullable String organizationId) {
		return setNullable("organization_id", organizationId);
	}

	/** Set whether the provider asks for the password each time. */
	public CreateSamlConnectionRequest forceAuthn(boolean forceAuthn) {
		return set("force_authn", forceAuthn);
	}

}
