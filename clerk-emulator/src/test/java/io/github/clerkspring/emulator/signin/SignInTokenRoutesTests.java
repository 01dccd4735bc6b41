package io.github.clerkspring.emulator.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;
import io.github.clerkspring.emulator.store.ApiException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the routes of sign-in tokens, actor tokens, agent tasks and testing tokens.
 */
class SignInTokenRoutesTests {

	private final ApiTester api = ApiTester.start();

	private final String ada = this.api.emulator().users().create("ada@example.com");

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void signInTokenOpensOneSession() throws Exception {
		JsonNode created = this.api.post("/sign_in_tokens", Map.of("user_id", this.ada));
		String token = created.get("token").asString();
		assertThat(created.get("url").asString()).endsWith("/v1/tickets/accept?ticket=" + token);
		assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid"))
			.isEqualTo(created.get("id").asString());
		String session = this.api.emulator().redeem(token);
		assertThat(this.api.get("/sessions/" + session).get("user_id").asString()).isEqualTo(this.ada);
		refuses(token, "sign_in_token_already_used_code");
		this.api.fails(400, "sign_in_token_cannot_be_revoked_code", "POST",
				"/sign_in_tokens/" + created.get("id").asString() + "/revoke", null);
	}

	@Test
	void signInTokenActivatesOrganizationOfMember() {
		String acme = this.api.emulator().organizations().create("Acme");
		this.api.fails(403, "not_a_member_in_organization", "POST", "/sign_in_tokens",
				Map.of("user_id", this.ada, "org_id", acme));
		this.api.emulator().organizations().addMember(acme, this.ada, "org:member");
		JsonNode created = this.api.post("/sign_in_tokens", Map.of("user_id", this.ada, "org_id", acme));
		String session = this.api.emulator().redeem(created.get("token").asString());
		assertThat(this.api.get("/sessions/" + session).get("last_active_organization_id").asString()).isEqualTo(acme);
	}

	@Test
	void revokedOrExpiredSignInTokenOpensNothing() {
		JsonNode revoked = this.api.post("/sign_in_tokens", Map.of("user_id", this.ada));
		String path = "/sign_in_tokens/" + revoked.get("id").asString() + "/revoke";
		assertThat(this.api.post(path, null).get("status").asString()).isEqualTo("revoked");
		refuses(revoked.get("token").asString(), "sign_in_token_revoked_code");
		JsonNode shortlived = this.api.post("/sign_in_tokens", Map.of("user_id", this.ada, "expires_in_seconds", 60));
		this.api.emulator().clock().advance(Duration.ofSeconds(60));
		refuses(shortlived.get("token").asString(), "ticket_expired_code");
		this.api.fails(404, "resource_not_found", "POST", "/sign_in_tokens", Map.of("user_id", "user_none"));
		this.api.fails(422, "form_param_value_invalid", "POST", "/sign_in_tokens",
				Map.of("user_id", this.ada, "expires_in_seconds", 0));
	}

	@Test
	void bannedUserIsNotLetIn() {
		String token = this.api.post("/sign_in_tokens", Map.of("user_id", this.ada)).get("token").asString();
		this.api.post("/users/" + this.ada + "/ban", null);
		refuses(token, "user_banned");
		this.api.post("/users/" + this.ada + "/unban", null);
		this.api.emulator().redeem(token);
	}

	@Test
	void actorTokenOpensSessionOfTheActor() throws Exception {
		this.api.emulator().clock().set(Instant.parse("2026-01-15T12:00:00Z"));
		JsonNode created = this.api.post("/actor_tokens", Map.of("user_id", this.ada, "actor",
				Map.of("sub", "user_support", "ticket", 7), "session_max_duration_in_seconds", 900));
		String session = this.api.emulator().redeem(created.get("token").asString());
		JsonNode opened = this.api.get("/sessions/" + session);
		assertThat(opened.at("/actor/sub").asString()).isEqualTo("user_support");
		assertThat(opened.get("expire_at").longValue() - opened.get("created_at").longValue()).isEqualTo(900_000);
		String jwt = this.api.post("/sessions/" + session + "/tokens", null).get("jwt").asString();
		assertThat(SignedJWT.parse(jwt).getJWTClaimsSet().getJSONObjectClaim("act")).containsEntry("ticket", 7L);
		refuses(created.get("token").asString(), "actor_token_already_used_code");
	}

	@Test
	void revokesActorTokenOnce() {
		JsonNode created = this.api.post("/actor_tokens",
				Map.of("user_id", this.ada, "actor", Map.of("sub", "user_support")));
		String path = "/actor_tokens/" + created.get("id").asString() + "/revoke";
		assertThat(this.api.post(path, null).get("status").asString()).isEqualTo("revoked");
		this.api.fails(400, "actor_token_cannot_be_revoked_code", "POST", path, null);
		refuses(created.get("token").asString(), "actor_token_revoked_code");
		this.api.fails(422, "form_param_missing", "POST", "/actor_tokens",
				Map.of("user_id", this.ada, "actor", Map.of("name", "x")));
		this.api.fails(404, "resource_not_found", "POST", "/actor_tokens/act_none/revoke", null);
	}

	@Test
	void agentTaskOpensSessionOfTheAgent() {
		JsonNode first = this.api.post("/agents/tasks", task(Map.of("user_id", this.ada)));
		JsonNode second = this.api.post("/agents/tasks", task(Map.of("identifier", "ada@example.com")));
		assertThat(second.get("agent_id")).isEqualTo(first.get("agent_id"));
		assertThat(second.get("agent_task_id")).isNotEqualTo(first.get("agent_task_id"));
		String url = first.get("url").asString();
		String session = this.api.emulator().redeem(url.substring(url.indexOf('=') + 1));
		JsonNode actor = this.api.get("/sessions/" + session).get("actor");
		assertThat(actor.get("type").asString()).isEqualTo("agent");
		assertThat(actor.get("sub")).isEqualTo(first.get("agent_id"));
		this.api.fails(400, "agent_task_cannot_be_revoked", "POST",
				"/agents/tasks/" + first.get("agent_task_id").asString() + "/revoke", null);
		String path = "/agents/tasks/" + second.get("agent_task_id").asString() + "/revoke";
		assertThat(this.api.post(path, null).has("url")).isFalse();
		refuses(second.get("url").asString().replaceFirst(".*ticket=", ""), "agent_task_revoked");
	}

	@Test
	void refusesAgentTaskWithoutUser() {
		this.api.fails(404, "agent_task_subject_not_found", "POST", "/agents/tasks",
				task(Map.of("user_id", "user_none")));
		this.api.fails(422, "form_param_missing", "POST", "/agents/tasks", task(Map.of()));
		this.api.fails(404, "agent_task_not_found", "POST", "/agents/tasks/none/revoke", null);
	}

	@Test
	void testingTokenLivesForAnHour() {
		Instant now = Instant.parse("2026-01-15T12:00:00Z");
		this.api.emulator().clock().set(now);
		JsonNode token = this.api.post("/testing_tokens", null);
		assertThat(token.get("expires_at").longValue()).isEqualTo(now.getEpochSecond() + 3600);
		assertThat(token.get("token").asString()).matches("\\d+-c_\\w{27}");
	}

	private static Map<String, Object> task(Map<String, String> onBehalfOf) {
		return Map.of("on_behalf_of", onBehalfOf, "permissions", "*", "agent_name", "Otto", "task_description", "Book",
				"redirect_url", "https://app.example.com");
	}

	private void refuses(String ticket, String code) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.api.emulator().redeem(ticket))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

}
