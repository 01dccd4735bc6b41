package io.github.clerkspring.emulator.access;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;
import io.github.clerkspring.emulator.store.ApiException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the lists of allowed and blocked identifiers, redirect URLs and sign-ups.
 */
class AccessListRoutesTests {

	private final ApiTester api = ApiTester.start();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void allowsIdentifiersOfEachKind() {
		JsonNode email = allow("Ada@example.com");
		assertThat(email.get("id").asString()).startsWith("alid_");
		assertThat(email.get("identifier").asString()).isEqualTo("ada@example.com");
		assertThat(email.has("invitation_id")).isFalse();
		assertThat(allow("*@Acme.com").get("identifier").asString()).isEqualTo("*@acme.com");
		assertThat(allow("+15550100123").get("identifier_type").asString()).isEqualTo("phone_number");
		assertThat(allow("0x00000000000000000000000000000000000000aA").get("identifier_type").asString())
			.isEqualTo("web3_wallet");
		this.api.fails(400, "duplicate_record", "POST", "/allowlist_identifiers",
				Map.of("identifier", "ada@example.com"));
		this.api.fails(422, "form_param_format_invalid", "POST", "/allowlist_identifiers",
				Map.of("identifier", "nonsense"));
		assertThat(this.api.get("/allowlist_identifiers?limit=3")).hasSize(3);
		assertThat(this.api.get("/allowlist_identifiers?paginated=true").get("total_count").intValue()).isEqualTo(4);
		this.api.delete("/allowlist_identifiers/" + email.get("id").asString());
		this.api.fails(404, "resource_not_found", "DELETE", "/allowlist_identifiers/" + email.get("id").asString(),
				null);
	}

	@Test
	void invitesWhoIsAllowedAndNotified() {
		JsonNode identifier = this.api.post("/allowlist_identifiers",
				Map.of("identifier", "ada@example.com", "notify", true));
		assertThat(this.api.get("/invitations").at("/0/id")).isEqualTo(identifier.get("invitation_id"));
	}

	@Test
	void blocksSignUps() {
		JsonNode identifier = this.api.post("/blocklist_identifiers", Map.of("identifier", "eve@example.com"));
		this.api.post("/blocklist_identifiers", Map.of("identifier", "*@evil.com"));
		this.api.fails(400, "duplicate_record", "POST", "/blocklist_identifiers",
				Map.of("identifier", "EVE@example.com"));
		assertThat(this.api.get("/blocklist_identifiers").get("total_count").intValue()).isEqualTo(2);
		this.api.emulator().signUps().begin("eve@example.com");
		this.api.patch("/instance/restrictions", Map.of("blocklist", true));
		refusesSignUp("eve@example.com");
		refusesSignUp("anybody@evil.com");
		this.api.delete("/blocklist_identifiers/" + identifier.get("id").asString());
		this.api.emulator().signUps().begin("eve@example.com");
	}

	@Test
	void letsOnlyThoseOnTheAllowlistAndTheInvitedSignUp() {
		allow("*@example.com");
		this.api.post("/blocklist_identifiers", Map.of("identifier", "eve@example.com"));
		this.api.patch("/instance/restrictions", Map.of("allowlist", true, "blocklist", true));
		this.api.emulator().signUps().begin("eve@example.com");
		refusesSignUp("ada@other.com");
		this.api.patch("/instance/restrictions", Map.of("block_email_subaddresses", true));
		refusesSignUp("ada+1@example.com");
		this.api.patch("/instance/restrictions", Map.of("block_disposable_email_domains", true));
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.api.emulator().signUps().begin("x@mailinator.com"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("form_email_address_blocked"));
	}

	@Test
	void keepsRedirectUrls() {
		JsonNode url = this.api.post("/redirect_urls", Map.of("url", "my-app://callback"));
		this.api.post("/redirect_urls", Map.of("url", "http://localhost:3000/callback"));
		assertThat(this.api.get("/redirect_urls")).hasSize(2);
		assertThat(this.api.get("/redirect_urls?paginated=true").get("total_count").intValue()).isEqualTo(2);
		String one = "/redirect_urls/" + url.get("id").asString();
		assertThat(this.api.get(one)).isEqualTo(url);
		this.api.fails(422, "form_already_exists", "POST", "/redirect_urls", Map.of("url", "my-app://callback"));
		this.api.fails(422, "insecure_url", "POST", "/redirect_urls", Map.of("url", "http://example.com"));
		this.api.fails(422, "form_param_format_invalid", "POST", "/redirect_urls", Map.of("url", "/callback"));
		this.api.delete(one);
		this.api.fails(404, "resource_not_found", "GET", one, null);
	}

	@Test
	void signUpPassesExternalIdToTheUser() {
		String id = this.api.emulator().signUps().begin("Ada@example.com");
		String path = "/sign_ups/" + id;
		assertThat(this.api.get(path).at("/unverified_fields/0").asString()).isEqualTo("email_address");
		JsonNode changed = this.api.patch(path, Map.of("external_id", "crm-7", "custom_action", true));
		assertThat(changed.get("custom_action").booleanValue()).isTrue();
		String sessionId = this.api.emulator().signUps().complete(id);
		JsonNode complete = this.api.get(path);
		assertThat(complete.get("status").asString()).isEqualTo("complete");
		assertThat(complete.get("created_session_id").asString()).isEqualTo(sessionId);
		assertThat(this.api.get("/users/" + complete.get("created_user_id").asString()).get("external_id").asString())
			.isEqualTo("crm-7");
		this.api.fails(403, "sign_up_cannot_be_updated", "PATCH", path, Map.of("custom_action", false));
		this.api.fails(404, "resource_not_found", "GET", "/sign_ups/sua_none", null);
	}

	@Test
	void abandonsSignUpAfterADay() {
		String id = this.api.emulator().signUps().begin("ada@example.com");
		this.api.emulator().clock().advance(Duration.ofDays(1));
		assertThat(this.api.get("/sign_ups/" + id).get("status").asString()).isEqualTo("abandoned");
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.api.emulator().signUps().complete(id));
	}

	private JsonNode allow(String identifier) {
		return this.api.post("/allowlist_identifiers", Map.of("identifier", identifier));
	}

	private void refusesSignUp(String address) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.api.emulator().signUps().begin(address))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("not_allowed_access"));
	}

}
