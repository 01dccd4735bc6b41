package io.github.clerkspring.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.seed.SeedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SeedControl} and for starting with a seed file.
 */
class SeedControlTests {

	private final ControlTester control = ControlTester.start();

	private final ClerkEmulator clerk = this.control.emulator();

	@AfterEach
	void close() {
		this.control.close();
	}

	@Test
	void makesAllThatTheFileLists() throws IOException {
		JsonNode made = this.control.post("/seed", example());
		assertThat(this.clerk.users().get("user_ada")).containsEntry("external_id", "4711")
			.containsEntry("public_metadata", Map.of("team", "engines", "since", 1843));
		assertThat(this.clerk.users().get("user_ada")).extractingByKey("phone_numbers")
			.asString()
			.contains("phone_number=+15555550100");
		assertThat(this.clerk.call("GET", "/organizations/org_acme/memberships", null)).containsEntry("total_count", 2);
		assertThat(this.clerk.call("GET", "/organizations/org_acme/invitations", null)).containsEntry("total_count", 1);
		assertThat(this.clerk.call("POST", "/users/user_ada/verify_password", Map.of("password", "correct-horse-9")))
			.containsEntry("verified", true);
		assertThat(this.clerk.call("GET", "/jwt_templates", null)).extractingByKey("data").asList().hasSize(1);
		assertThat(made.at("/api_keys/0/secret").asString()).startsWith("ak_");
		assertThat(made.at("/oauth_applications/0/client_secret").asString()).isNotEmpty();
		assertThat(made.at("/users/0/id").asString()).isEqualTo("user_ada");
	}

	@Test
	void tokensCarryWhatTheFileSays() throws IOException {
		this.clerk.seed(example());
		JsonNode claims = this.control
			.post("/tokens/session", Map.of("user_id", "user_bob", "organization_id", "org_acme"))
			.get("claims");
		assertThat(claims.at("/o/rol").asString()).isEqualTo("accountant");
		assertThat(claims.at("/o/per").asString()).isEqualTo("read");
		assertThat(claims.get("pla").asString()).isEqualTo("o:team,u:free_user");
		assertThat(claims.get("fea").asString()).contains("o:invoices");
	}

	@Test
	void readsJson() {
		this.control.post("/seed",
				Map.of("users", List.of(Map.of("id", "user_eve", "email_address", List.of("eve@example.com")))));
		assertThat(this.clerk.users().get("user_eve")).containsEntry("id", "user_eve");
	}

	@Test
	void namesThePlaceThatIsWrong() {
		ControlTester.Failure failure = this.control.fails(422, "POST", "/seed", """
				users:
				  - email_address: ada@example.com
				  - email_address: bob@example.com
				  - email_address: ada@example.com
				""");
		assertThat(failure.code()).isEqualTo("seed_invalid");
		assertThat(failure.parameter()).isEqualTo("users[2].email_address");
		assertThat(failure.message()).startsWith("users[2].email_address (line 4): ");
	}

	@Test
	void beginsWithTheFileAndAgainAfterReset(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("seed.yaml");
		Files.writeString(file, "users: [{id: user_ada, email_address: ada@example.com}]");
		try (ClerkEmulator seeded = ClerkEmulator.start(ClerkEmulatorOptions.defaults().seed(file))) {
			seeded.users().delete("user_ada");
			seeded.reset();
			assertThat(seeded.users().get("user_ada")).containsEntry("id", "user_ada");
		}
	}

	@Test
	void doesNotStartWithAFileThatIsWrong(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("seed.yaml");
		ClerkEmulatorOptions options = ClerkEmulatorOptions.defaults().seed(file);
		assertThatExceptionOfType(SeedException.class).isThrownBy(() -> ClerkEmulator.start(options))
			.withMessageContaining(file.toString());
		Files.writeString(file, "people: []");
		assertThatExceptionOfType(SeedException.class).isThrownBy(() -> ClerkEmulator.start(options))
			.withMessageStartingWith("people (line 1): ");
	}

	private static String example() throws IOException {
		return Files.readString(Path.of("src/test/resources/seed.yaml"));
	}

}
