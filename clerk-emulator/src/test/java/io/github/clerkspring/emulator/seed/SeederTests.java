package io.github.clerkspring.emulator.seed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Seeder}.
 */
class SeederTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@ParameterizedTest
	@CsvSource({ "people: [], people", "'users: {}', users", "'users: [1]', users[0]",
			"'users: [{emails: [a@b.c]}]', users[0].emails", "'users: [{email_address: [1]}]', users[0].email_address",
			"'users: [{id: 1, username: ada}]', users[0].id", "'users: [{id: a/b, username: ada}]', users[0].id",
			"'organizations: [{}]', organizations[0].name",
			"'organizations: [{name: A, memberships: [{user_id: user_x, role: org:member}]}]', organizations[0].memberships[0]",
			"'organizations: [{name: A, invitations: [{id: x}]}]', organizations[0].invitations[0].id",
			"'roles: [{key: admin}]', roles[0].key",
			"'roles: [{key: org:a, permissions: [read]}]', roles[0].permissions",
			"'sessions: [{id: sess_x, user_id: user_x}]', sessions[0].id",
			"'sessions: [{user_id: user_x}]', sessions[0]", "'plans: [{slug: a, monthly: -1}]', plans[0].monthly",
			"'plans: [{slug: a, for_payer_type: team}]', plans[0].for_payer_type",
			"'discounts: [{name: a, percent_off: 200}]', discounts[0]", "'discounts: [{name: a}]', discounts[0]",
			"'subscriptions: [{owner_id: user_x, plan: none}]', subscriptions[0]",
			"'cards: [{owner: user_x}]', cards[0].owner" })
	void namesThePlaceThatIsWrong(String yaml, String path) {
		assertThatExceptionOfType(SeedException.class).isThrownBy(() -> this.clerk.seed(yaml))
			.satisfies((ex) -> assertThat(ex.path()).startsWith(path))
			.withMessageContaining("line 1");
	}

	@Test
	void theOrderOfTheListsDoesNotMatter() {
		this.clerk.seed("""
				organizations:
				- name: Acme
				  id: org_acme
				  memberships: [{user_id: user_ada, role: org:owner, public_metadata: {seat: 1}}]
				users:
				- {id: user_ada, email_address: ada@example.com}
				roles:
				- {key: org:owner, permissions: [org:keys:hold]}
				""");
		assertThat(this.clerk.call("GET", "/organizations/org_acme/memberships", null)).containsEntry("total_count", 1);
	}

	@Test
	void attachesToUsersWhatTheyWouldThemselves() {
		String ada = this.clerk.users().create("ada@example.com");
		String account = this.clerk.users().addExternalAccount(ada, "google", "4711");
		String passkey = this.clerk.users().addPasskey(ada, "Laptop");
		String device = this.clerk.users().addTrustedDevice(ada, "Phone");
		assertThat(this.clerk.users().get(ada).toString()).contains(account, passkey, "oauth_google");
		assertThat(this.clerk.call("GET", "/users/" + ada + "/trusted_devices", null).toString()).contains(device);
		String path = "/users/" + ada + "/passkeys/" + passkey;
		assertThat(this.clerk.call("DELETE", path, null)).containsEntry("deleted", true);
		assertThatExceptionOfType(SeedException.class)
			.isThrownBy(() -> this.clerk.seed("passkeys: [{user_id: user_none}]"))
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo("passkeys[0].user_id"));
	}

	@Test
	void makesNothingIfAnythingIsWrong() {
		assertThatExceptionOfType(SeedException.class)
			.isThrownBy(() -> this.clerk.seed("users: [{username: ada_one}, {username: ada_one}]"));
		assertThat(this.clerk.call("GET", "/users/count", null)).containsEntry("total_count", 0);
	}

}
