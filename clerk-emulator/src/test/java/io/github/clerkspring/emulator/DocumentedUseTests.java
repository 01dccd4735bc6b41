package io.github.clerkspring.emulator;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.clerkspring.emulator.webhooks.WebhookFlaw;
import io.github.clerkspring.emulator.webhooks.WebhookReceiver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of docs/emulator.md.
 */
class DocumentedUseTests {

	@Test
	void startsAndMintsToken() {
		try (ClerkEmulator clerk = ClerkEmulator.start()) {
			String userId = clerk.users().create("ada@example.com");
			String token = clerk.sessionToken(userId).mint();
		}
	}

	@Test
	void seeds() throws Exception {
		try (ClerkEmulator clerk = ClerkEmulator.start()) {
			clerk.seed(Files.readString(Path.of("src/test/resources/documented-seed.yaml")));
			assertThat(clerk.users().get("user_ada")).containsEntry("external_id", "4711");
			assertThat(clerk.call("GET", "/organizations/org_acme/memberships", null).get("total_count")).isEqualTo(1);
		}
	}

	@Test
	void sendsWebhooks() {
		try (WebhookReceiver receiver = WebhookReceiver.start(); ClerkEmulator clerk = ClerkEmulator.start()) {
			int port = URI.create(receiver.url()).getPort();
			String url = receiver.url();
			String secret = "whsec_b3duU2VjcmV0T2ZUaGlzRW5kcG9pbnQh";
			clerk.webhooks().endpoint("http://localhost:" + port + "/webhooks/clerk"); // all
																						// events,
																						// clerk.webhooks().secret()
			clerk.webhooks().endpoint(url, (endpoint) -> endpoint.secret(secret).types("user.created"));
			clerk.users().create("ada@example.com");
			clerk.webhooks().awaitIdle(Duration.ofSeconds(5)); // until everything that is
																// due has been answered
			assertThat(clerk.webhooks().deliveries()).hasSize(2);
		}
	}

	@Test
	void sendsWhatReceiversHaveToCopeWith() {
		try (WebhookReceiver receiver = WebhookReceiver.start(); ClerkEmulator clerk = ClerkEmulator.start()) {
			clerk.webhooks().endpoint(receiver.url(), (endpoint) -> endpoint.types("user.updated", "user.created"));
			clerk.webhooks().hold();
			String userId = clerk.users().create("ada@example.com");
			Map<String, ?> data = clerk.users().get(userId);
			clerk.webhooks().release();
			clerk.webhooks().awaitIdle(Duration.ofSeconds(20));
			String id = clerk.webhooks().send("user.updated", clerk.users().get(userId)); // any
																							// event;
																							// the
																							// instance
																							// does
																							// not
																							// change
			clerk.webhooks().resend(id); // a duplicate: same svix-id, same body
			clerk.webhooks().send("user.created", data, WebhookFlaw.OLD_TIMESTAMP); // or
																					// WRONG_SIGNATURE,
																					// CHANGED_BODY,
																					// …
			clerk.webhooks().hold(); // from here on nothing is sent …
			clerk.webhooks().releaseReversed(); // … until released: as it was, reversed,
												// or by ids
			clerk.webhooks().awaitIdle(Duration.ofSeconds(20));
			assertThat(receiver.types()).containsExactlyInAnyOrder("user.created", "user.updated", "user.updated",
					"user.created");
		}
	}

}
