package io.github.clerkspring.sample.webhooks;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.requests.ClerkAssertions;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;
import io.github.clerkspring.webhook.inbox.DeliveryEntry;
import io.github.clerkspring.webhook.inbox.Inbox;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureClerkEmulator
class WebhooksApplicationTests {

	@Autowired
	private ClerkEmulator clerk;

	@Autowired
	private ClerkWebhookTester webhooks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void userHasProfileUntilDeleted() {
		String ada = this.clerk.users().create((user) -> user.emailAddress("ada@example.com").firstName("Ada"));
		this.webhooks.await();
		assertThat(profile(ada)).containsExactly("Ada");
		this.clerk.users().delete(ada);
		this.webhooks.await();
		assertThat(profile(ada)).isEmpty();
	}

	@Test
	void repeatedWebhookIsHandledOnce() {
		DeliveryEntry delivery = this.webhooks.send("user.created", Map.of("id", "user_bob", "first_name", "Bob"));
		this.clerk.webhooks().resend(delivery.id());
		this.webhooks.await();
		ClerkAssertions.assertThat(this.inbox).hasHandled(delivery.id()).hasNoDeadLetters();
		assertThat(profile("user_bob")).containsExactly("Bob");
	}

	private Iterable<String> profile(String userId) {
		return this.jdbc.queryForList("SELECT first_name FROM profile WHERE user_id = ?", String.class, userId);
	}

}
