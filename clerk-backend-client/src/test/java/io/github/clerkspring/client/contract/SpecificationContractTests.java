package io.github.clerkspring.client.contract;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clerk's specification is the contract: nothing of it is missing in the client, and the
 * client invents nothing. The system property {@value Specification#PROPERTY} names the
 * directory of the specifications.
 */
@EnabledWithSpecification
class SpecificationContractTests {

	private static final String NEW = "newer than the specification, as @clerk/backend 3.25.0 has it";

	/**
	 * What is different on purpose: the subject as the test reports it, and the reason.
	 */
	static final Map<String, String> EXCEPTIONS = Map.ofEntries(Map.entry("emails().create POST /email", NEW),
			Map.entry("emails().createBatch POST /email/batch", NEW),
			Map.entry("emails().get GET /email/{emailId}", NEW),
			Map.entry("invitations().delete DELETE /invitations/{invitationId}", NEW),
			Map.entry("clients().getHandshakePayload GET /clients/handshake_payload", NEW),
			Map.entry("betaFeatures().changeProductionDomain POST /beta_features/change_domain", NEW),
			Map.entry("EnterpriseConnection.Saml.idp_certificates", NEW),
			Map.entry("PATCH /enterprise_connections/{enterprise_connection_id}.saml.idp_certificates", NEW),
			Map.entry("PATCH /saml_connections/{saml_connection_id}.idp_certificates", NEW),
			Map.entry("POST /enterprise_connections.saml.idp_certificates", NEW),
			Map.entry("POST /saml_connections.idp_certificates", NEW),
			Map.entry("SamlConnection.idp_certificates", NEW), Map.entry("OAuthAccessToken.act", NEW),
			Map.entry("OAuthAccessToken.aud", NEW), Map.entry("OAuthAccessToken.org_id", NEW),
			Map.entry("PATCH /users/{user_id}.timezone", NEW), Map.entry("POST /users.timezone", NEW),
			Map.entry("User.timezone", NEW),
			Map.entry("GET /public/interstitial answer", "answers HTML, about which the specification is silent"),
			Map.entry("GET /public/interstitial?frontendApi", "deprecated twin of frontend_api"),
			Map.entry("GET /api_keys?include_invalid", "a text that is true or false"),
			Map.entry("GET /organization_domains?verified", "a text that is true or false"),
			Map.entry("GET /organizations/{organization_id}/domains?verified", "a text that is true or false"),
			Map.entry("GET /organization_domains?enrollment_mode", "one text with commas"),
			Map.entry("Verification.strategy", "for OAuth it is any text"),
			Map.entry("ClerkApiError.code", "errors may come from servers on the way"),
			Map.entry("ClerkApiError.message", "errors may come from servers on the way"),
			Map.entry("ClerkApiError.long_message", "errors may come from servers on the way"),
			Map.entry("POST /users/{user_id}/profile_image.file", "nothing is set without it"),
			Map.entry("POST /oauth_applications/access_tokens/verify.access_token", "nothing is verified without it"),
			Map.entry("POST /oauth_applications/access_tokens/verify.secret", "deprecated twin of access_token"),
			Map.entry("POST /templates/{template_type}/{slug}/toggle_delivery.delivered_by_clerk",
					"nothing is toggled without it"));

	@Test
	void clientMatchesTheSpecification() {
		ContractRun run = new ContractRun(Specification.load(), EXCEPTIONS);
		System.out.println("Contract: " + run.coverage() + ", exceptions " + run.findings().exceptions());
		assertThat(run.findings().open()).as(run.findings().report()).isEmpty();
	}

}
