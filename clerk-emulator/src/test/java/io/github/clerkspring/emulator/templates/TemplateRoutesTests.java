package io.github.clerkspring.emulator.templates;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the templates of e-mails and SMS.
 */
class TemplateRoutesTests {

	private static final String CODE = "/templates/email/verification_code";

	private static final String SMS = "/templates/sms/verification_code";

	private final ApiTester api = ApiTester.start();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void beginsWithTemplatesOfBothTypes() {
		JsonNode emails = this.api.get("/templates/email?limit=100");
		assertThat(emails.valueStream().map((one) -> one.get("slug").asString())).startsWith("verification_code")
			.contains("invitation", "magic_link_sign_in");
		assertThat(this.api.get("/templates/sms?paginated=true&limit=1").get("total_count").intValue()).isEqualTo(4);
		assertThat(this.api.get(CODE).get("required_variables")).hasToString("[\"otp_code\"]");
		this.api.fails(400, "template_type_unsupported", "GET", "/templates/pigeon", null);
		this.api.fails(404, "resource_not_found", "GET", "/templates/sms/invitation", null);
	}

	@Test
	void changesAndReverts() {
		String original = this.api.get(CODE).get("subject").asString();
		this.api.fails(400, "template_revert_error", "POST", CODE + "/revert", null);
		JsonNode changed = this.api.put(CODE, Map.of("name", "Code", "subject", "Hello", "body", "<b>{{otp_code}}</b>",
				"from_email_name", "codes", "delivered_by_clerk", false));
		assertThat(changed.get("resource_type").asString()).isEqualTo("user");
		assertThat(changed.get("can_revert").booleanValue()).isTrue();
		assertThat(this.api.get(CODE).get("subject").asString()).isEqualTo("Hello");
		JsonNode reverted = this.api.post(CODE + "/revert", null);
		assertThat(reverted.get("subject").asString()).isEqualTo(original);
		assertThat(reverted.get("delivered_by_clerk").booleanValue()).isTrue();
		assertThat(reverted.get("can_revert").booleanValue()).isFalse();
	}

	@Test
	void refusesBodiesThatCannotBeSent() {
		this.api.fails(422, "required_variable_missing", "PUT", CODE, Map.of("body", "No code"));
		this.api.fails(422, "invalid_template_body", "PUT", CODE, Map.of("body", "{{otp_code}} {{broken"));
		this.api.fails(400, "template_body_modification_restricted", "PUT", SMS, Map.of("body", "{{otp_code}}"));
		this.api.put(SMS, Map.of("body", "{{otp_code}}", "delivered_by_clerk", false));
	}

	@Test
	void previewsWithSamples() {
		JsonNode preview = this.api.post(CODE + "/preview",
				Map.of("subject", "{{app.name}}", "body", "<p>{{otp_code}} {{user.first_name}}</p>"));
		assertThat(preview.get("subject").asString()).isEqualTo("Application");
		assertThat(preview.get("body").asString()).isEqualTo("<p>424242 FIRST NAME</p>");
		assertThat(preview.get("from_email_address").asString()).isEqualTo("noreply@emulator.test");
		assertThat(this.api.post(SMS + "/preview", null).get("body").asString()).contains("424242");
	}

	@Test
	void togglesDelivery() {
		assertThat(this.api.get(SMS).get("can_edit_body").booleanValue()).isFalse();
		assertThat(this.api.post(SMS + "/toggle_delivery", null).get("delivered_by_clerk").booleanValue()).isFalse();
		assertThat(this.api.get(SMS).get("can_edit_body").booleanValue()).isTrue();
		assertThat(this.api.post(SMS + "/toggle_delivery", Map.of("delivered_by_clerk", false))
			.get("delivered_by_clerk")
			.booleanValue()).isFalse();
	}

}
