package io.github.clerkspring.test.webhook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.requests.ClerkAssertions;
import io.github.clerkspring.webhook.event.ClerkEvent;
import io.github.clerkspring.webhook.inbox.DeliveryEntry;
import io.github.clerkspring.webhook.inbox.DeliveryState;
import io.github.clerkspring.webhook.inbox.Inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application under test that listens to what happens in the emulator.
 */
abstract class AbstractWebhookTesterTests {

	@Autowired
	private ClerkEmulator clerk;

	@Autowired
	private ClerkWebhookTester webhooks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Listener listener;

	@Test
	void theApplicationHandlesWhatHappens() {
		this.listener.types.clear();
		String ada = this.clerk.users().create("ada@example.com");
		this.clerk.users().delete(ada);
		this.webhooks.await();
		assertThat(this.listener.types).containsExactlyInAnyOrder("user.created", "user.deleted");
		ClerkAssertions.assertThat(this.inbox).hasNoDeadLetters();
	}

	@Test
	void anyEventCanBeSent() {
		DeliveryEntry delivery = this.webhooks.send("permission.created", Map.of("id", "perm_1"));
		assertThat(delivery.type()).isEqualTo("permission.created");
		assertThat(delivery.state()).isEqualTo(DeliveryState.HANDLED);
		ClerkAssertions.assertThat(this.inbox)
			.hasHandled(delivery.id())
			.hasHandled("permission.created", 1)
			.doesNotKnow("msg_other");
	}

	@Test
	void theTestOfTheDocumentationPasses() {
		this.clerk.users().create("bob@example.com");
		this.webhooks.await(); // until all that was sent is handled
		DeliveryEntry delivery = this.webhooks.send("sms.created", Map.of("id", "sms_2"));
		ClerkAssertions.assertThat(this.inbox).hasHandled(delivery.id()).hasNoDeadLetters();
	}

	@Test
	void assertionsFail() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ClerkAssertions.assertThat(this.inbox).hasHandled("msg_other"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ClerkAssertions.assertThat(this.inbox).hasDeadLetter("msg_other"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ClerkAssertions.assertThat(this.inbox).hasHandled("role.created", 1));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Listener.class)
	static class Application {

	}

	static class Listener {

		private final List<String> types = new CopyOnWriteArrayList<>();

		@EventListener
		void on(ClerkEvent event) {
			this.types.add(event.type());
		}

	}

}
