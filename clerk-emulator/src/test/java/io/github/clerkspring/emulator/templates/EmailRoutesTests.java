package io.github.clerkspring.emulator.templates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for e-mails that applications send.
 */
class EmailRoutesTests {

	private static final Map<String, ?> MAIL = Map.of("to", Map.of("address", "ada@example.com"), "from",
			Map.of("address", "shop@example.com", "name", "Shop"), "subject", "Receipt", "html", "<p>Thanks</p>");

	private final ApiTester api = ApiTester.start();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void keepsWhatWasSent() {
		JsonNode sent = this.api.post("/email", MAIL);
		assertThat(sent.get("status").asString()).isEqualTo("accepted");
		assertThat(sent.get("from_email_name").asString()).isEqualTo("shop");
		assertThat(this.api.get("/email/" + sent.get("id").asString())).isEqualTo(sent);
		this.api.fails(404, "resource_not_found", "GET", "/email/ema_none", null);
	}

	@Test
	void findsTheAddressOfAUser() {
		String ada = this.api.emulator().users().create("ada@example.com");
		JsonNode sent = this.api.post("/email", with(MAIL, "to", Map.of("user_id", ada)));
		assertThat(sent.get("to_email_address").asString()).isEqualTo("ada@example.com");
		assertThat(sent.get("email_address_id").asString()).startsWith("idn_");
		fails(422, "form_resource_not_found", with(MAIL, "to", Map.of("user_id", "user_none")));
	}

	@Test
	void sendsOncePerKey() {
		String first = sendWithKey(JsonMapper.shared().writeValueAsString(MAIL));
		assertThat(sendWithKey(JsonMapper.shared().writeValueAsString(MAIL))).isEqualTo(first);
		String other = sendWithKey(JsonMapper.shared().writeValueAsString(with(MAIL, "subject", "Other")));
		assertThat(JsonMapper.shared().readTree(other).at("/errors/0/code").asString()).isEqualTo("conflict");
	}

	@Test
	void batchAnswersForEachMessage() {
		JsonNode results = this.api.post("/email/batch",
				Map.of("messages", List.of(with(MAIL, "idempotency_key", "a"), with(MAIL, "to", Map.of()))));
		assertThat(results.at("/0/email/id").asString()).startsWith("ema_");
		assertThat(results.at("/1/status_code").intValue()).isEqualTo(422);
		assertThat(results.at("/1/errors/0/code").asString()).isEqualTo("form_param_format_invalid");
		this.api.fails(422, "form_param_array_size_exceeded", "POST", "/email/batch", Map.of("messages", List.of()));
	}

	@Test
	void refusesRequestsThatCannotBeSent() {
		fails(422, "form_param_format_invalid", with(MAIL, "from", Map.of("address", "nobody")));
		fails(422, "form_param_duplicate", with(MAIL, "cc", List.of("a@example.com", "a@example.com")));
		fails(422, "form_param_format_invalid",
				with(MAIL, "attachments", List.of(Map.of("filename", "a", "content", "%"))));
		fails(422, "form_param_exceeds_allowed_size",
				with(MAIL, "attachments", List.of(Map.of("filename", "a", "content", "A".repeat(1_400_000)))));
		Map<String, Object> empty = with(MAIL, "cc", List.of());
		empty.remove("html");
		fails(422, "form_param_missing", empty);
	}

	private String sendWithKey(String body) {
		return this.api
			.send(this.api.request("/email").header("Content-Type", "application/json").header("Idempotency-Key", "k1"),
					"POST", body)
			.body();
	}

	private void fails(int status, String code, Map<String, ?> body) {
		this.api.fails(status, code, "POST", "/email", body);
	}

	private static Map<String, Object> with(Map<String, ?> mail, String name, Object value) {
		Map<String, Object> copy = new LinkedHashMap<>(mail);
		copy.put(name, value);
		return copy;
	}

}
