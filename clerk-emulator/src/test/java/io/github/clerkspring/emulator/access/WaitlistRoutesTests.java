package io.github.clerkspring.emulator.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;
import io.github.clerkspring.emulator.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of the waiting list.
 */
class WaitlistRoutesTests {

	private final ApiTester api = ApiTester.start();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void takesEachAddressOnce() {
		JsonNode entry = join("Ada@example.com");
		assertThat(entry.get("id").asString()).startsWith("wle_");
		assertThat(entry.get("status").asString()).isEqualTo("pending");
		assertThat(join("ada@example.com").get("id")).isEqualTo(entry.get("id"));
		JsonNode both = this.api.post("/waitlist_entries/bulk",
				List.of(Map.of("email_address", "ada@example.com"), Map.of("email_address", "bob@example.com")));
		assertThat(both.at("/0/id")).isEqualTo(entry.get("id"));
		assertThat(this.api.get("/waitlist_entries").get("total_count").intValue()).isEqualTo(2);
		this.api.fails(422, "form_param_duplicate", "POST", "/waitlist_entries/bulk",
				List.of(Map.of("email_address", "c@example.com"), Map.of("email_address", "C@example.com")));
		this.api.fails(422, "form_param_format_invalid", "POST", "/waitlist_entries", Map.of("email_address", "x"));
	}

	@Test
	void listsByStatusAddressAndOrder() {
		String ada = one(join("ada@example.com"));
		join("bob@example.com");
		this.api.post(ada + "/invite", null);
		assertThat(this.api.get("/waitlist_entries?status=invited").at("/data/0/email_address").asString())
			.isEqualTo("ada@example.com");
		assertThat(this.api.get("/waitlist_entries?query=bob").get("total_count").intValue()).isOne();
		assertThat(this.api.get("/waitlist_entries?order_by=-email_address").at("/data/0/email_address").asString())
			.isEqualTo("bob@example.com");
		assertThat(this.api.get("/waitlist_entries?order_by=invited_at").at("/data/0/email_address").asString())
			.isEqualTo("ada@example.com");
	}

	@Test
	void invitesAndNotesTheSignUp() {
		String entry = one(join("ada@example.com"));
		JsonNode invited = this.api.post(entry + "/invite", Map.of());
		assertThat(invited.get("status").asString()).isEqualTo("invited");
		assertThat(invited.at("/invitation/status").asString()).isEqualTo("pending");
		this.api.fails(400, "duplicate_record", "POST", entry + "/invite", null);
		this.api.post(entry + "/invite", Map.of("ignore_existing", true));
		String url = invited.at("/invitation/url").asString();
		this.api.emulator().redeem(url.substring(url.indexOf('=') + 1));
		assertThat(this.api.get("/waitlist_entries?status=completed").get("total_count").intValue()).isOne();
		this.api.fails(409, "conflict", "POST", entry + "/reject", null);
	}

	@Test
	void rejectsAndTakesBackTheInvitation() {
		String entry = one(join("ada@example.com"));
		this.api.post(entry + "/invite", null);
		JsonNode rejected = this.api.post(entry + "/reject", null);
		assertThat(rejected.get("status").asString()).isEqualTo("rejected");
		assertThat(rejected.at("/invitation/status").asString()).isEqualTo("revoked");
		this.api.fails(404, "resource_not_found", "POST", "/waitlist_entries/wle_none/reject", null);
	}

	@Test
	void deletesPendingEntriesOnly() {
		String ada = one(join("ada@example.com"));
		String bob = one(join("bob@example.com"));
		this.api.post(bob + "/invite", null);
		assertThat(this.api.delete(ada).get("deleted").booleanValue()).isTrue();
		this.api.fails(409, "conflict", "DELETE", bob, null);
	}

	@Test
	void tellsWhatHappened() {
		TestInstance instance = TestInstance.create();
		List<String> events = new ArrayList<>();
		instance.store().listen((type, data) -> events.add(type + " " + data.get("status").asString()));
		instance.call("POST", "/waitlist_entries", "{\"email_address\":\"ada@example.com\"}");
		instance.call("POST", "/waitlist_entries", "{\"email_address\":\"ada@example.com\"}");
		String id = instance.store().transaction((tx) -> tx.table(AccessShapes.WAITLIST_ENTRY).all().first().id());
		instance.call("POST", "/waitlist_entries/" + id + "/invite", "{}");
		assertThat(events).containsExactly("waitlistEntry.created pending", "email.created queued",
				"email.created queued", "waitlistEntry.updated invited");
	}

	private JsonNode join(String address) {
		return this.api.post("/waitlist_entries", Map.of("email_address", address));
	}

	private static String one(JsonNode entry) {
		return "/waitlist_entries/" + entry.get("id").asString();
	}

}
