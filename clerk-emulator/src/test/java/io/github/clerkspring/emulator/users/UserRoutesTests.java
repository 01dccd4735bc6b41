package io.github.clerkspring.emulator.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UserRoutes}, {@link UserCredentialRoutes} and
 * {@link UserAttachmentRoutes}.
 */
class UserRoutesTests {

	private final ApiTester api = ApiTester.start();

	private String ada = "";

	@BeforeEach
	void createUser() {
		this.ada = this.api
			.post("/users",
					Map.of("email_address", List.of("Ada@Example.com"), "first_name", "Ada", "username", "ada_l",
							"password", "correct horse", "public_metadata", Map.of("a", Map.of("b", 1))))
			.get("id")
			.asString();
	}

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void createsUserWithVerifiedPrimaryAddress() {
		JsonNode user = this.api.get("/users/" + this.ada);
		assertThat(user.at("/email_addresses/0/email_address").asString()).isEqualTo("ada@example.com");
		assertThat(user.at("/email_addresses/0/verification/status").asString()).isEqualTo("verified");
		assertThat(user.get("primary_email_address_id")).isEqualTo(user.at("/email_addresses/0/id"));
		assertThat(user.get("password_enabled").booleanValue()).isTrue();
	}

	@Test
	void refusesTakenMissingUnknownAndWrongFields() {
		this.api.fails(422, "form_identifier_exists", "POST", "/users",
				Map.of("email_address", List.of("ada@example.com")));
		this.api.fails(422, "form_data_missing", "POST", "/users", Map.of("first_name", "Bob"));
		this.api.fails(422, "form_param_unknown", "POST", "/users", Map.of("nonsense", 1));
		this.api.fails(422, "form_param_type_invalid", "POST", "/users", Map.of("first_name", 1));
		this.api.fails(422, "form_param_format_invalid", "POST", "/users", Map.of("email_address", List.of("x")));
		this.api.fails(422, "form_password_length_too_short", "POST", "/users",
				Map.of("username", "bobby", "password", "short"));
		this.api.fails(400, "request_body_invalid", "POST", "/users", List.of());
		this.api.fails(404, "resource_not_found", "GET", "/users/user_nobody", null);
	}

	@Test
	void listsNewestFirstWithFiltersOrderAndPages() {
		String bob = this.api.post("/users", Map.of("username", "bobby", "external_id", "42")).get("id").asString();
		assertThat(ids("/users")).containsExactly(bob, this.ada);
		assertThat(ids("/users?order_by=%2Bcreated_at")).containsExactly(this.ada, bob);
		assertThat(ids("/users?order_by=-username")).containsExactly(bob, this.ada);
		assertThat(ids("/users?limit=1&offset=1")).containsExactly(this.ada);
		assertThat(ids("/users?starting_after=" + bob)).containsExactly(this.ada);
		assertThat(ids("/users?email_address=ADA@example.com")).containsExactly(this.ada);
		assertThat(ids("/users?user_id=-" + bob)).containsExactly(this.ada);
		assertThat(ids("/users?external_id=42&external_id=43")).containsExactly(bob);
		assertThat(ids("/users?query=xample")).containsExactly(this.ada);
		assertThat(ids("/users?email_address=nobody@example.com")).isEmpty();
		assertThat(this.api.get("/users/count?name_query=ad").get("total_count").intValue()).isOne();
		this.api.fails(422, "form_param_value_invalid", "GET", "/users?order_by=shoe_size", null);
	}

	@Test
	void updatesClearsAndMergesMetadata() {
		JsonNode updated = this.api.patch("/users/" + this.ada, Map.of("last_name", "Lovelace", "username", ""));
		assertThat(updated.get("last_name").asString()).isEqualTo("Lovelace");
		assertThat(updated.get("username").isNull()).isTrue();
		String metadata = "/users/" + this.ada + "/metadata";
		JsonNode merged = this.api.patch(metadata, Map.of("public_metadata", Map.of("a", Map.of("c", 2))));
		assertThat(merged.get("public_metadata")).hasToString("{\"a\":{\"b\":1,\"c\":2}}");
		JsonNode replaced = this.api.put(metadata, Map.of("public_metadata", Map.of("x", 1)));
		assertThat(replaced.get("public_metadata")).hasToString("{\"x\":1}");
	}

	@Test
	void takesMetadataInUpdatesOfOlderVersionsOnly() {
		String body = "{\"public_metadata\":{\"x\":1}}";
		this.api.fails(422, "form_param_unknown", "PATCH", "/users/" + this.ada, Map.of("public_metadata", Map.of()));
		assertThat(this.api
			.send(this.api.request("/users/" + this.ada).header("Clerk-API-Version", "2025-11-10"), "PATCH", body)
			.statusCode()).isEqualTo(200);
	}

	@Test
	void bansLocksAndRevokesSessions() {
		String session = this.api.post("/sessions", Map.of("user_id", this.ada)).get("id").asString();
		assertThat(this.api.post("/users/" + this.ada + "/ban", null).get("banned").booleanValue()).isTrue();
		assertThat(this.api.get("/sessions/" + session).get("status").asString()).isEqualTo("revoked");
		this.api.post("/users/" + this.ada + "/unban", null);
		this.api.post("/users/ban", Map.of("user_ids", List.of(this.ada)));
		this.api.post("/users/unban", Map.of("user_ids", List.of(this.ada)));
		assertThat(this.api.post("/users/" + this.ada + "/lock", null).get("locked").booleanValue()).isTrue();
		assertThat(this.api.post("/users/" + this.ada + "/unlock", null).get("locked").booleanValue()).isFalse();
	}

	@Test
	void verifiesAndRemovesPasswords() {
		String user = "/users/" + this.ada;
		this.api.post(user + "/verify_password", Map.of("password", "correct horse"));
		this.api.fails(422, "incorrect_password", "POST", user + "/verify_password", Map.of("password", "wrong"));
		this.api.post(user + "/password/set_compromised", Map.of("revoke_all_sessions", true));
		this.api.post(user + "/password/unset_compromised", null);
		this.api.post(user + "/remove_password", Map.of("sign_out_of_other_sessions", true));
		this.api.fails(400, "no_password_set", "POST", user + "/verify_password", Map.of("password", "wrong"));
	}

	@Test
	void verifiesAndDisablesSecondFactors() {
		String user = "/users/" + this.ada;
		this.api.patch(user, Map.of("totp_secret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "backup_codes", List.of("abc")));
		this.api.emulator().clock().set(Instant.ofEpochSecond(59));
		assertThat(this.api.post(user + "/verify_totp", Map.of("code", "287082")).get("code_type").asString())
			.isEqualTo("totp");
		assertThat(this.api.post(user + "/verify_totp", Map.of("code", "abc")).get("code_type").asString())
			.isEqualTo("backup_code");
		this.api.delete(user + "/backup_code");
		this.api.delete(user + "/totp");
		this.api.delete(user + "/mfa");
		assertThat(this.api.get(user).get("two_factor_enabled").booleanValue()).isFalse();
	}

	@Test
	void keepsImagesWalletsAndDevices() {
		String user = "/users/" + this.ada;
		assertThat(this.api.upload("POST", user + "/profile_image").get("has_image").booleanValue()).isTrue();
		assertThat(this.api.delete(user + "/profile_image").get("has_image").booleanValue()).isFalse();
		String wallet = "0x" + "a".repeat(40);
		JsonNode other = this.api.post("/users", Map.of("web3_wallet", List.of(wallet)));
		this.api.delete(
				"/users/" + other.get("id").asString() + "/web3_wallets/" + other.at("/web3_wallets/0/id").asString());
		this.api.get(user + "/trusted_devices");
		this.api.get(user + "/oauth_access_tokens/oauth_google");
		this.api.fails(404, "resource_not_found", "DELETE", user + "/passkeys/idn_x", null);
		this.api.fails(404, "resource_not_found", "DELETE", user + "/external_accounts/eac_x", null);
		this.api.fails(404, "resource_not_found", "DELETE", user + "/trusted_devices/tdev_x", null);
	}

	@Test
	void verifiesAccountsAndPasskeysThatUsersAdd() {
		this.api.call("POST", "/__emulator/seed", """
				{"external_accounts": [{"user_id": "%s", "provider": "google", "provider_user_id": "4711",
				"image_url": "https://img.example.com/ada", "email_address_verified": true}],
				"passkeys": [{"user_id": "%s", "name": "Laptop"}]}""".formatted(this.ada, this.ada));
		JsonNode user = this.api.get("/users/" + this.ada);
		JsonNode account = user.at("/external_accounts/0");
		assertThat(account.at("/verification/status").asString()).isEqualTo("verified");
		assertThat(account.at("/verification/strategy").asString()).isEqualTo("oauth_google");
		assertThat(account.get("image_url").asString()).isEqualTo("https://img.example.com/ada");
		assertThat(account.get("email_address_verified").booleanValue()).isTrue();
		assertThat(user.at("/passkeys/0/verification/strategy").asString()).isEqualTo("passkey");
	}

	@Test
	void endsSessionsAndMembershipsOfDeletedUser() {
		String session = this.api.post("/sessions", Map.of("user_id", this.ada)).get("id").asString();
		String acme = this.api.post("/organizations", Map.of("name", "Acme", "created_by", this.ada))
			.get("id")
			.asString();
		this.api.delete("/users/" + this.ada);
		assertThat(this.api.get("/sessions/" + session).get("status").asString()).isEqualTo("ended");
		assertThat(this.api.get("/organizations/" + acme + "/memberships").get("total_count").intValue()).isZero();
		this.api.post("/users", Map.of("email_address", List.of("ada@example.com")));
	}

	@Test
	void addsReplacesAndVerifiesContacts() {
		JsonNode email = this.api.post("/email_addresses",
				Map.of("user_id", this.ada, "email_address", "two@example.com", "verified", false));
		contact("/email_addresses/" + email.get("id").asString());
		JsonNode phone = this.api.post("/phone_numbers",
				Map.of("user_id", this.ada, "phone_number", "+15555550100", "primary", false));
		contact("/phone_numbers/" + phone.get("id").asString());
		this.api.put("/users/" + this.ada + "/email_address", Map.of("email_address", "three@example.com"));
		this.api.put("/users/" + this.ada + "/phone_number", Map.of("phone_number", "+15555550101"));
		JsonNode user = this.api.get("/users/" + this.ada);
		assertThat(user.get("email_addresses")).hasSize(1);
		assertThat(user.at("/phone_numbers/0/phone_number").asString()).isEqualTo("+15555550101");
	}

	private void contact(String path) {
		JsonNode verification = this.api.post(path + "/prepare_verification", null);
		Map<String, String> wrong = Map.of("verification_id", verification.get("id").asString(), "code", "000000");
		assertThat(this.api.post(path + "/attempt_verification", wrong).get("status").asString())
			.isEqualTo("unverified");
		Map<String, String> right = Map.of("verification_id", verification.get("id").asString(), "code", "424242");
		assertThat(this.api.post(path + "/attempt_verification", right).get("status").asString()).isEqualTo("verified");
		this.api.fails(400, "verification_already_verified", "POST", path + "/attempt_verification", right);
		assertThat(this.api.get(path).at("/verification/status").asString()).isEqualTo("verified");
		this.api.patch(path, Map.of("primary", true));
		this.api.delete(path);
	}

	private List<String> ids(String path) {
		return this.api.get(path).valueStream().map((user) -> user.get("id").asString()).toList();
	}

	@Test
	void refusesProviderThatIsUnknownAndFilesThatAreNoImages() {
		String user = "/users/" + this.api.emulator().users().create("grace@example.com");
		assertThat(this.api.get(user + "/oauth_access_tokens/google")).isEmpty();
		this.api.fails(404, "oauth_token_provider_not_enabled", "GET", user + "/oauth_access_tokens/nosuch", null);
		this.api.refusesUpload(400, "image_type_not_supported", "POST", user + "/profile_image", "a text");
		this.api.refusesUpload(400, "image_type_not_supported", "POST", user + "/profile_image", "");
		this.api.refusesUpload(400, "image_too_large", "POST", user + "/profile_image", "GIF89a".repeat(2_000_000));
	}

	@Test
	void keepsTimezone() {
		String user = "/users/"
				+ this.api.post("/users", Map.of("username", "grace_hopper", "timezone", "Europe/Paris"))
					.get("id")
					.asString();
		assertThat(this.api.get(user).get("timezone").asString()).isEqualTo("Europe/Paris");
		assertThat(this.api.patch(user, Map.of("timezone", "UTC")).get("timezone").asString()).isEqualTo("UTC");
	}

}
