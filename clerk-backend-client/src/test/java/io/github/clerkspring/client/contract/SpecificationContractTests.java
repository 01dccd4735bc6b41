package io.github.clerkspring.client.contract;

import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Clerk's specification is the contract: nothing of it is missing in the client, and the
 * client invents nothing. The system property {@value Specification#PROPERTY} names the
 * directory of the specifications.
 */
class SpecificationContractTests {

	/**
	 * What is different on purpose: the subject as the test reports it, and the reason.
	 */
	static final Map<String, String> EXCEPTIONS = Map.ofEntries(
			entry("GET /public/interstitial answer", "answers HTML, about which the specification is silent"),
			entry("GET /public/interstitial?frontendApi", "deprecated twin of frontend_api"),
			entry("GET /api_keys?include_invalid", "a text that is true or false"),
			entry("POST /oauth_applications/access_tokens/verify.access_token", "nothing is verified without it"),
			entry("POST /oauth_applications/access_tokens/verify.secret", "deprecated twin of access_token"),
			entry("POST /templates/{template_type}/{slug}/toggle_delivery.delivered_by_clerk",
					"nothing is toggled without it"));

	@BeforeAll
	static void specificationIsGiven() {
		assumeTrue(Specification.isGiven(), () -> "the system property " + Specification.PROPERTY + " is not set");
	}

	@Test
	void clientIsWhatTheSpecificationSays() {
		ContractRun run = new ContractRun(Specification.load(), EXCEPTIONS);
		System.out.println("Contract: " + run.coverage() + ", exceptions " + run.findings().exceptions());
		assertThat(run.findings().open()).as(run.findings().report()).isEmpty();
	}

}
