package io.github.clerkspring.boot.actuate;

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.clerkspring.boot.ObservedApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No endpoint and no log shows a secret, even where Spring Boot is told to show values.
 */
@ExtendWith(OutputCaptureExtension.class)
class ClerkSecrecyTests {

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void noEndpointAndNoLogShowsASecret(WebApplicationType type, CapturedOutput output) {
		try (ObservedApplication application = new ObservedApplication(type,
				"--logging.level.org.springframework.boot.autoconfigure.logging=DEBUG",
				"--clerk.machine-secret-key=ak_planted", "--partner.clerk.secretKey=planted",
				"--management.endpoint.env.show-values=always", "--management.endpoint.configprops.show-values=always",
				"--logging.level.io.github.clerkspring=TRACE", "--clerk.webhook.signing-secrets=whsec_cGxhbnRlZDE=",
				"--CLERK_WEBHOOK_SIGNING_SECRET=whsec_cGxhbnRlZDI=",
				"--partner.clerk.webhook.signing-secrets[0]=whsec_cGxhbnRlZDM=")) {
			String token = application.token();
			Stream
				.of("env", "env/clerk.secret-key", "env/clerk.webhook.signing-secrets", "configprops",
						"configprops/clerk", "conditions", "beans", "clerk", "info", "health", "mappings", "loggers")
				.forEach((path) -> assertThat(application.get("/actuator/" + path, token).getResponseBody()).as(path)
					.isNotBlank()
					.doesNotContain(application.clerk().secretKey(), "ak_planted", "cGxhbnRlZ"));
			assertThat(application.get("/actuator/env/partner.clerk.secretKey", token).getResponseBody())
				.doesNotContain("planted");
			assertThat(application.get("/actuator/configprops/clerk", token).getResponseBody())
				.contains("publishableKey", application.clerk().publishableKey());
			assertThat(output).contains("CONDITIONS EVALUATION REPORT")
				.doesNotContain("planted", "cGxhbnRlZ", application.clerk().secretKey());
		}
	}

}
