package io.github.clerkspring.sample.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.UpdateUserRequest;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.sample.webhooks.Comparison.Row;
import io.github.clerkspring.sample.webhooks.Comparison.State;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.requests.ClerkAssertions;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;
import io.github.clerkspring.webhook.inbox.Inbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample over HTTP. The emulator is not reset, so that it keeps the users with whom
 * the sample starts.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureClerkEmulator(reset = false)
class WebhooksApplicationTests {

	@Autowired
	private ClerkEmulator clerk;

	@Autowired
	private ClerkBackendClient client;

	@Autowired
	private ClerkWebhookTester webhooks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private JdbcTemplate jdbc;

	private WebTestClient web;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.web = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.responseTimeout(Duration.ofSeconds(30))
			.build();
		awaitBackfill();
	}

	// The back-fill also stores users whose webhooks are held
	private void awaitBackfill() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(
					this.jdbc.queryForObject("SELECT COUNT(*) FROM clerk_sync_backfill WHERE finished", Integer.class))
				.isEqualTo(3));
	}

	@Test
	void objectsThatExistAtStartAreStored() {
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			assertThat(row("users", "user_ada").database()).containsExactly("Ada", "ada@example.com", "no");
			assertThat(row("users", "user_eve").state()).isEqualTo(State.EQUAL);
			assertThat(row("organizations", "org_acme").database()).containsExactly("Acme", "acme");
			assertThat(compare("memberships").rows())
				.contains(new Row(membership("user_ada"), List.of("Acme", "Ada", "org:admin"),
						List.of("Acme", "Ada", "org:admin"), State.EQUAL))
				.hasSizeGreaterThanOrEqualTo(2);
		});
	}

	@Test
	void databaseFollowsClerk() {
		String id = create("Grace");
		this.webhooks.await();
		assertThat(row("users", id).state()).isEqualTo(State.EQUAL);
		this.client.users().update(id, UpdateUserRequest.create().lastName("Hopper")).block();
		this.client.users().ban(id).block();
		this.webhooks.await();
		List<String> banned = List.of("Grace Hopper", "grace@example.com", "yes");
		assertThat(row("users", id)).isEqualTo(new Row(id, banned, banned, State.EQUAL));
		this.clerk.users().delete(id);
		this.webhooks.await();
		assertThat(rows("users", id)).isEmpty();
	}

	@Test
	void differencesAreMarkedUntilWebhooksArrive() {
		String changed = create("Alan");
		String deleted = create("Charles");
		this.webhooks.await();
		this.clerk.webhooks().hold();
		String created = create("Edsger");
		this.client.users().update(changed, UpdateUserRequest.create().firstName("Mathison")).block();
		this.clerk.users().delete(deleted);
		assertThat(row("users", changed)).isEqualTo(new Row(changed, List.of("Mathison", "alan@example.com", "no"),
				List.of("Alan", "alan@example.com", "no"), State.DIFFERENT));
		assertThat(row("users", created).state()).isEqualTo(State.ONLY_AT_CLERK);
		assertThat(row("users", deleted).state()).isEqualTo(State.ONLY_IN_DATABASE);
		this.clerk.webhooks().release();
		this.webhooks.await();
		assertThat(row("users", changed).state()).isEqualTo(State.EQUAL);
		assertThat(row("users", created).state()).isEqualTo(State.EQUAL);
		assertThat(rows("users", deleted)).isEmpty();
	}

	@Test
	void userIsWelcomedOnce() {
		String id = create("Barbara");
		this.webhooks.await();
		List<String> deliveries = this.clerk.webhooks().deliveries().stream().map((one) -> one.id()).toList();
		this.clerk.webhooks().resend(deliveries.get(deliveries.size() - 1));
		this.webhooks.await();
		assertThat(notes(id)).containsExactly("Welcome");
		this.clerk.users().delete(id);
		this.webhooks.await();
		assertThat(notes(id)).isEmpty();
	}

	@Test
	void lateWebhookOfDeletedUserIsHandled() {
		this.clerk.webhooks().hold();
		String id = create("Kurt");
		this.clerk.users().delete(id);
		this.clerk.webhooks().releaseReversed();
		this.webhooks.await();
		assertThat(notes(id)).isEmpty();
		ClerkAssertions.assertThat(this.inbox).hasNoDeadLetters();
	}

	@Test
	void newUserWritesNoteBeforeTheWebhook() {
		this.clerk.webhooks().hold();
		String id = create("Radia");
		this.clerk.organizations().addMember("org_acme", id, "org:member");
		String token = this.clerk.sessionToken(id).organization("org_acme").mint();
		post(token, Map.of("text", "Hello")).expectStatus().isCreated();
		post(token, Map.of("text", " ")).expectStatus().isBadRequest();
		this.clerk.webhooks().release();
		this.webhooks.await();
		get("/notes", token).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$[?(@.firstName == 'Radia')].text")
			.value(List.class, (texts) -> assertThat((List<?>) texts).asString().contains("Hello", "Welcome"));
		get("/notes", this.clerk.sessionToken("user_eve").mint()).expectStatus().isForbidden();
	}

	@Test
	void onlyOperatorsSeeAllUsers() {
		this.web.get().uri("/").exchange().expectStatus().isOk();
		this.web.get().uri("/comparison").exchange().expectStatus().isUnauthorized();
		get("/comparison", this.clerk.sessionToken("user_bob").organization("org_acme").mint()).expectStatus()
			.isForbidden();
		get("/comparison", this.clerk.sessionToken("user_ada").mint()).expectStatus().isOk();
	}

	@Test
	void browserIsSignedInToTheEmulator() {
		String session = this.web.get()
			.uri("/sign-in")
			.exchange()
			.expectStatus()
			.isSeeOther()
			.expectHeader()
			.location("/")
			.expectBody()
			.returnResult()
			.getResponseCookies()
			.getFirst("__session")
			.getValue();
		this.web.get().uri("/comparison").cookie("__session", session).exchange().expectStatus().isOk();
	}

	private String create(String firstName) {
		return this.clerk.users()
			.create((user) -> user.firstName(firstName)
				.emailAddress(firstName.toLowerCase(Locale.ROOT) + "@example.com"));
	}

	private String membership(String userId) {
		return this.client.users()
			.get(userId)
			.map((user) -> this.jdbc.queryForObject("SELECT membership_id FROM clerk_membership WHERE user_id = ?",
					String.class, user.id()))
			.block();
	}

	private List<String> notes(String userId) {
		return this.jdbc.queryForList("SELECT text FROM note WHERE user_id = ?", String.class, userId);
	}

	private Row row(String type, String id) {
		assertThat(rows(type, id)).hasSize(1);
		return rows(type, id).get(0);
	}

	private List<Row> rows(String type, String id) {
		return compare(type).rows().stream().filter((row) -> row.id().equals(id)).toList();
	}

	private Comparison compare(String type) {
		return get("/comparison", this.clerk.sessionToken("user_ada").mint()).expectStatus()
			.isOk()
			.expectBody(new ParameterizedTypeReference<Map<String, Comparison>>() {
			})
			.returnResult()
			.getResponseBody()
			.get(type);
	}

	private WebTestClient.ResponseSpec get(String path, String token) {
		return this.web.get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

	private WebTestClient.ResponseSpec post(String token, Map<String, String> note) {
		return this.web.post()
			.uri("/notes")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.bodyValue(note)
			.exchange();
	}

}
