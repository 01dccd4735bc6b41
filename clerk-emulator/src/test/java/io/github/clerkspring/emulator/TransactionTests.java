package io.github.clerkspring.emulator;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.seed.SeedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for operations that are refused when a part of them is done.
 */
class TransactionTests {

	private final ApiTester api = ApiTester.start();

	private final ClerkEmulator clerk = this.api.emulator();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void userStaysInListsWhenUpdateIsRefused() {
		String id = this.clerk.users().create((user) -> user.username("ada_lovelace").firstName("Ada"));
		this.api.fails(422, "form_password_length_too_short", "PATCH", "/users/" + id,
				Map.of("first_name", "Eve", "password", "x"));
		this.api.fails(422, "invalid_totp_secret_code", "PATCH", "/users/" + id,
				Map.of("username", "someone_else", "totp_secret", "not base 32!"));
		assertThat(this.api.get("/users").at("/0/first_name").asString()).isEqualTo("Ada");
		assertThat(this.api.get("/users/count").get("total_count").asInt()).isEqualTo(1);
		this.api.fails(422, "form_identifier_exists", "POST", "/users", Map.of("username", "ada_lovelace"));
		this.api.post("/users", Map.of("username", "someone_else"));
	}

	@Test
	void organizationKeepsItsNameWhenTheNewOneIsBlank() {
		String id = this.clerk.organizations().create("Acme");
		this.api.fails(422, "form_param_value_invalid", "PATCH", "/organizations/" + id,
				Map.of("name", " ", "slug", "other", "max_allowed_memberships", 7));
		JsonNode organization = this.api.get("/organizations").at("/data/0");
		assertThat(organization.get("name").asString()).isEqualTo("Acme");
		assertThat(organization.get("slug").asString()).isEqualTo("acme");
	}

	@Test
	void presetIdIsFreeAfterRefusedCreation() {
		assertThatThrownBy(() -> this.clerk.users().create((user) -> user.id("user_ada").password("x")))
			.isInstanceOf(RuntimeException.class);
		assertThat(this.clerk.users().create((user) -> user.id("user_ada").username("ada_lovelace")))
			.isEqualTo("user_ada");
	}

	@Test
	void refusedPrimaryAddressIsNotAdded() {
		String id = this.clerk.users().create("ada@example.com");
		this.api.fails(422, "form_param_value_invalid", "POST", "/email_addresses",
				Map.of("user_id", id, "email_address", "two@example.com", "primary", true, "verified", false));
		assertThat(this.api.get("/users/" + id).get("email_addresses")).hasSize(1);
		this.clerk.users().create("two@example.com");
	}

	@Test
	void refusedInvitationsSendNoEmailAndRefusedMessagesOfBatchAreNotKept() {
		this.api.fails(422, "form_param_format_invalid", "POST", "/invitations/bulk",
				new Object[] { Map.of("email_address", "a@example.com"), Map.of("email_address", "nonsense") });
		assertThat(this.api.get("/invitations")).isEmpty();
		JsonNode results = this.api.post("/email/batch",
				Map.of("messages",
						new Object[] {
								Map.of("to", Map.of("address", "a@example.com"), "from",
										Map.of("address", "me@example.com"), "subject", "Hello", "text", "Hello"),
								Map.of("to", Map.of("address", "nonsense"), "from", Map.of("address", "me@example.com"),
										"subject", "Hello", "text", "Hello") }));
		assertThat(results.at("/0/status_code").asInt()).isEqualTo(200);
		assertThat(results.at("/1/status_code").asInt()).isEqualTo(422);
	}

	@Test
	void refusedSeedLeavesNothingBehind() {
		assertThatExceptionOfType(SeedException.class).isThrownBy(
				() -> this.clerk.seed("users: [{id: user_ada, username: ada_lovelace}, {username: ada_lovelace}]"));
		assertThat(this.clerk.users().create((user) -> user.id("user_ada").username("ada_lovelace")))
			.isEqualTo("user_ada");
	}

}
