package io.github.clerkspring.emulator.users;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the search of users by a part of a text, {@link UserFilters}.
 */
class UserSearchTests {

	private static final String WALLET = "0x" + "a".repeat(39) + "B";

	private final ApiTester api = ApiTester.start();

	private final String ada = create(Map.of("email_address", List.of("ada@example.com", "countess@example.org"),
			"first_name", "Ada", "last_name", "Lovelace", "username", "ada_l", "phone_number", List.of("+15555550100"),
			"web3_wallet", List.of(WALLET)));

	private final String bob = create(Map.of("email_address", List.of("bob@example.com"), "last_name", "Byron"));

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void findsPartOfEachTextInAnyCase() {
		for (String part : List.of("ADA@", "Countess", "555550100", WALLET.substring(5).toLowerCase(Locale.ROOT), "A_L",
				"lovel", "aDa LoVe", this.ada, this.ada.toUpperCase(Locale.ROOT))) {
			assertThat(found("query", part)).as(part).containsExactly(this.ada);
		}
		for (String part : List.of("nobody", "adalovelace", "ada@example.com countess", "lovelace ada",
				this.ada.substring(0, 20), "com\n", "ada_l\0ada", "\0")) {
			assertThat(found("query", part)).as(part).isEmpty();
		}
		assertThat(found("query", "EXAMPLE.COM")).containsExactly(this.bob, this.ada);
	}

	@Test
	void searchesOneKindOfTextOnly() {
		assertThat(found("email_address_query", "ORG")).containsExactly(this.ada);
		assertThat(found("email_address_query", "lovelace")).isEmpty();
		assertThat(found("phone_number_query", "0100")).containsExactly(this.ada);
		assertThat(found("username_query", "DA_")).containsExactly(this.ada);
		assertThat(found("name_query", "BYR")).containsExactly(this.bob);
		assertThat(found("name_query", "bob")).isEmpty();
	}

	@Test
	void ignoresCaseOutsideAscii() {
		String user = create(Map.of("username", "user_1", "first_name", "ÉLOÏSE", "last_name", "Łukaszewicz-Σίσυφος"));
		for (String part : List.of("éloïse", "ÉLOÏSE ŁUKASZ", "Ïse ł", "ΣΊΣΥΦΟΣ", "σίσυφος")) {
			assertThat(found("query", part)).as(part).containsExactly(user);
			assertThat(found("name_query", part)).as(part).containsExactly(user);
		}
		assertThat(found("query", "eloise")).isEmpty();
	}

	@Test
	void findsPresentTextsAfterEachChange() {
		assertThat(found("query", "lovelace")).containsExactly(this.ada);
		this.api.patch("/users/" + this.ada, Map.of("last_name", "King", "username", "countess_l"));
		assertThat(found("query", "lovelace")).isEmpty();
		assertThat(found("query", "ada king")).containsExactly(this.ada);
		this.api.put("/users/" + this.ada + "/email_address", Map.of("email_address", "augusta@example.com"));
		assertThat(found("query", "ada@")).isEmpty();
		assertThat(found("query", "augusta")).containsExactly(this.ada);
		JsonNode added = this.api.post("/phone_numbers", Map.of("user_id", this.bob, "phone_number", "+15555550177"));
		assertThat(found("query", "0177")).containsExactly(this.bob);
		this.api.delete("/phone_numbers/" + added.get("id").asString());
		assertThat(found("query", "0177")).isEmpty();
		this.api.delete("/users/" + this.ada);
		assertThat(found("query", "augusta")).isEmpty();
		assertThat(found("query", "example")).containsExactly(this.bob);
	}

	@Test
	void findsFormerTextsAfterRejectedOperation() {
		assertThat(found("query", "bob@")).containsExactly(this.bob);
		this.api.fails(422, "form_identifier_exists", "PATCH", "/users/" + this.bob,
				Map.of("first_name", "George", "username", "ada_l"));
		this.api.fails(422, "form_identifier_exists", "PUT", "/users/" + this.bob + "/email_address",
				Map.of("email_address", "ada@example.com"));
		this.api.fails(422, "form_identifier_exists", "POST", "/users",
				Map.of("first_name", "George", "email_address", List.of("george@example.com", "bob@example.com")));
		assertThat(found("query", "george")).isEmpty();
		assertThat(found("query", "bob@")).containsExactly(this.bob);
		assertThat(found("query", "ada@")).containsExactly(this.ada);
	}

	@Test
	void combinesSearchWithOrderPageAndOtherFilters() {
		String zoe = create(Map.of("email_address", List.of("zoe@example.com"), "first_name", "Zoe"));
		assertThat(found("query", "example.com&order_by=email_address")).containsExactly(this.ada, this.bob, zoe);
		assertThat(found("query", "example.com&order_by=-email_address")).containsExactly(zoe, this.bob, this.ada);
		assertThat(found("query", "example.com&order_by=email_address&limit=1&offset=1")).containsExactly(this.bob);
		assertThat(found("query", "example.com&order_by=first_name")).containsExactly(this.ada, zoe, this.bob);
		assertThat(found("query", "example.com&starting_after=" + zoe)).containsExactly(this.bob, this.ada);
		assertThat(found("query", "example.com&user_id=-" + zoe)).containsExactly(this.bob, this.ada);
		assertThat(found("query", "example.com&limit=1&offset=7")).isEmpty();
	}

	@Test
	void searchesMembersOfOrganization() {
		String acme = this.api.emulator().organizations().create("Acme");
		List.of(this.ada, this.bob).forEach((user) -> member(acme, user));
		String members = "/organizations/" + acme + "/memberships?query=";
		JsonNode page = this.api.get(members + "example.com&order_by=email_address&limit=1&offset=1");
		assertThat(page.at("/data/0/public_user_data/user_id").asString()).isEqualTo(this.bob);
		assertThat(page.get("total_count").intValue()).isEqualTo(2);
		assertThat(this.api.get(members + "LOVELACE").get("total_count").intValue()).isOne();
		assertThat(this.api.get(members + "nobody").get("data")).isEmpty();
	}

	@Test
	void findsMembersByIdentifier() {
		String acme = this.api.emulator().organizations().create("Acme");
		String other = this.api.emulator().organizations().create("Other");
		List.of(this.ada, this.bob).forEach((user) -> member(acme, user));
		member(other, this.ada);
		Map<String, Integer> expected = Map.of("user_id=" + this.ada, 1, "user_id=-" + this.ada, 1,
				"email_address=ADA@example.com,bob@example.com", 2, "email_address=nobody@example.com", 0,
				"username=ada_l&user_id=" + this.bob, 0, "username=ada_l&query=king", 0, "user_id=", 2);
		expected.forEach((query, count) -> {
			JsonNode page = this.api.get("/organizations/" + acme + "/memberships?" + query);
			assertThat(page.get("total_count").intValue()).as(query).isEqualTo(count);
			assertThat(page.get("data")).as(query).hasSize(count);
		});
	}

	private void member(String organization, String user) {
		this.api.emulator().organizations().addMember(organization, user, "org:member");
	}

	private String create(Map<String, ?> body) {
		return this.api.post("/users", body).get("id").asString();
	}

	/**
	 * Searches and counts.
	 * @param name the parameter
	 * @param text the text, and further parameters behind an ampersand
	 * @return the ids in the order of the response
	 */
	private List<String> found(String name, String text) {
		int end = (text.indexOf('&') < 0) ? text.length() : text.indexOf('&');
		String query = name + "=" + URLEncoder.encode(text.substring(0, end), StandardCharsets.UTF_8);
		List<String> ids = this.api.get("/users?" + query + text.substring(end))
			.valueStream()
			.map((user) -> user.get("id").asString())
			.toList();
		if (end == text.length()) {
			assertThat(this.api.get("/users/count?" + query).get("total_count").intValue()).isEqualTo(ids.size());
		}
		return ids;
	}

}
