package io.github.clerkspring.emulator.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;
import io.github.clerkspring.emulator.store.ApiException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the routes of invitations.
 */
class InvitationRoutesTests {

	private final ApiTester api = ApiTester.start();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void invitesForThirtyDays() {
		this.api.emulator().clock().set(Instant.parse("2026-01-15T12:00:00Z"));
		JsonNode invitation = invite("Ada@example.com");
		assertThat(invitation.get("email_address").asString()).isEqualTo("ada@example.com");
		assertThat(invitation.get("id").asString()).startsWith("inv_");
		assertThat(invitation.get("revoked").booleanValue()).isFalse();
		assertThat(invitation.get("expires_at").longValue() - invitation.get("created_at").longValue())
			.isEqualTo(Duration.ofDays(30).toMillis());
	}

	@Test
	void refusesAddressThatIsInvitedOrTaken() {
		invite("ada@example.com");
		this.api.emulator().users().create("bob@example.com");
		this.api.fails(400, "duplicate_record", "POST", "/invitations", Map.of("email_address", "ADA@example.com"));
		this.api.fails(422, "form_identifier_exists", "POST", "/invitations",
				Map.of("email_address", "bob@example.com"));
		this.api.post("/invitations", Map.of("email_address", "ada@example.com", "ignore_existing", true));
		this.api.post("/invitations", Map.of("email_address", "bob@example.com", "ignore_existing", true));
	}

	@Test
	void refusesWhatIsNoAddressUrlOrNumberOfDays() {
		this.api.fails(422, "form_param_format_invalid", "POST", "/invitations", Map.of("email_address", "ada"));
		this.api.fails(422, "form_param_format_invalid", "POST", "/invitations",
				Map.of("email_address", "ada@example.com", "redirect_url", "nowhere"));
		this.api.fails(422, "form_param_value_invalid", "POST", "/invitations",
				Map.of("email_address", "ada@example.com", "expires_in_days", 366));
		this.api.fails(422, "form_param_value_invalid", "POST", "/invitations",
				Map.of("email_address", "ada@example.com", "template_slug", "other"));
	}

	@Test
	void invitesManyOrNone() {
		invite("taken@example.com");
		this.api.fails(400, "duplicate_record", "POST", "/invitations/bulk",
				List.of(Map.of("email_address", "a@example.com"), Map.of("email_address", "taken@example.com")));
		assertThat(this.api.get("/invitations")).hasSize(1);
		this.api.fails(422, "form_param_duplicate", "POST", "/invitations/bulk",
				List.of(Map.of("email_address", "a@example.com"), Map.of("email_address", "A@example.com")));
		this.api.fails(400, "bulk_size_exceeded", "POST", "/invitations/bulk",
				Collections.nCopies(11, Map.of("email_address", "a@example.com", "ignore_existing", true)));
		assertThat(this.api.post("/invitations/bulk",
				List.of(Map.of("email_address", "a@example.com"), Map.of("email_address", "b@example.com"))))
			.hasSize(2);
	}

	@Test
	void listsByStatusAddressAndOrder() {
		invite("b@example.com");
		JsonNode revoked = invite("a@example.com");
		this.api.post("/invitations/" + revoked.get("id").asString() + "/revoke", null);
		this.api.post("/invitations", Map.of("email_address", "c@example.com", "expires_in_days", 1));
		assertThat(this.api.get("/invitations")).hasSize(2);
		assertThat(this.api.get("/invitations?status=revoked").at("/0/revoked").booleanValue()).isTrue();
		assertThat(this.api.get("/invitations?query=c@ex")).hasSize(1);
		assertThat(this.api.get("/invitations?query=" + revoked.get("id").asString() + "&status=revoked")).hasSize(1);
		assertThat(this.api.get("/invitations?order_by=expires_at").at("/0/email_address").asString())
			.isEqualTo("c@example.com");
		assertThat(this.api.get("/invitations?paginated=true&limit=1").get("total_count").intValue()).isEqualTo(2);
		this.api.emulator().clock().advance(Duration.ofDays(2));
		assertThat(this.api.get("/invitations?status=expired").at("/0/email_address").asString())
			.isEqualTo("c@example.com");
		this.api.fails(422, "form_param_value_invalid", "GET", "/invitations?status=lost", null);
	}

	@Test
	void revokesOnce() {
		String revoke = "/invitations/" + invite("ada@example.com").get("id").asString() + "/revoke";
		assertThat(this.api.post(revoke, null).get("status").asString()).isEqualTo("revoked");
		this.api.fails(400, "invitation_already_revoked", "POST", revoke, null);
		this.api.fails(404, "resource_not_found", "POST", "/invitations/inv_none/revoke", null);
	}

	@Test
	void deletesAsTheJavaScriptSdkDoes() {
		String path = "/invitations/" + invite("ada@example.com").get("id").asString();
		assertThat(this.api.send(this.api.request(path), "DELETE", null).body()).contains("\"deleted\":true");
		assertThat(this.api.get("/invitations")).isEmpty();
	}

	@Test
	void acceptedInvitationMakesUserWithItsMetadata() {
		JsonNode invitation = this.api.post("/invitations",
				Map.of("email_address", "ada@example.com", "public_metadata", Map.of("team", "blue")));
		String ticket = ticket(invitation);
		String sessionId = this.api.emulator().redeem(ticket);
		JsonNode user = this.api.get("/users?email_address=ada@example.com").get(0);
		assertThat(user.at("/public_metadata/team").asString()).isEqualTo("blue");
		assertThat(this.api.get("/sessions/" + sessionId).get("user_id")).isEqualTo(user.get("id"));
		assertThat(this.api.get("/invitations").at("/0/status").asString()).isEqualTo("accepted");
		refuses(ticket, "invitation_already_accepted");
		this.api.fails(400, "invitation_already_accepted", "POST",
				"/invitations/" + invitation.get("id").asString() + "/revoke", null);
	}

	@Test
	void revokedOrExpiredInvitationMakesNoUser() {
		JsonNode revoked = invite("ada@example.com");
		this.api.post("/invitations/" + revoked.get("id").asString() + "/revoke", null);
		refuses(ticket(revoked), "revoked_invitation");
		String expired = ticket(invite("bob@example.com"));
		this.api.emulator().clock().advance(Duration.ofDays(31));
		refuses(expired, "ticket_expired_code");
		refuses("x.y.z", "ticket_invalid_code");
		refuses(this.api.emulator().sessionToken("user_ada").mint(), "ticket_invalid_code");
		assertThat(this.api.get("/users")).isEmpty();
	}

	private JsonNode invite(String address) {
		return this.api.post("/invitations", Map.of("email_address", address));
	}

	private void refuses(String ticket, String code) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.api.emulator().redeem(ticket))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

	private static String ticket(JsonNode invitation) {
		String url = invitation.get("url").asString();
		assertThat(url).startsWith("https://").contains("/v1/tickets/accept?ticket=");
		return url.substring(url.indexOf('=') + 1);
	}

}
