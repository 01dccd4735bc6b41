package io.github.clerkspring.sample.webhooks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.test.context.ActiveProfiles;

import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;
import io.github.clerkspring.webhook.event.OrganizationEvent;
import io.github.clerkspring.webhook.event.SessionEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners of Spring Modulith, which are called after the commit and may fail.
 */
@Timeout(120)
@SpringBootTest(classes = ModulithTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.modulith.events.jdbc.schema-initialization.enabled=true")
@AutoConfigureClerkEmulator
@ActiveProfiles("jdbc")
class ModulithTests {

	@Autowired
	private ClerkWebhookTester webhooks;

	@Autowired
	private Seen seen;

	@Autowired
	private IncompleteEventPublications incomplete;

	@Test
	void eventOfListenerThatFailedIsKeptAndResubmitted() throws InterruptedException {
		this.seen.failures = 1;
		this.webhooks.send("organization.created", Map.of("id", "org_1", "name", "Acme", "public_metadata",
				Map.of("plan", "pro"), "created_at", 1716883200000L));
		assertThat(this.seen.organizations.poll(60, TimeUnit.SECONDS)).isEqualTo("failed org_1");
		String second = null;
		while (second == null) {
			// Until the registry knows that the first attempt failed
			this.incomplete.resubmitIncompletePublications((publication) -> true);
			second = this.seen.organizations.poll(100, TimeUnit.MILLISECONDS);
		}
		assertThat(second).isEqualTo("handled org_1 Acme {plan=pro}");
	}

	@Test
	void eventsSurviveSerialization() throws InterruptedException {
		this.webhooks.send("session.created",
				Map.of("id", "sess_1", "user_id", "user_1", "status", "active", "user", Map.of("id", "user_1",
						"email_addresses", List.of(Map.of("id", "idn_1", "email_address", "a@example.com")))));
		assertThat(this.seen.sessions.poll(60, TimeUnit.SECONDS)).isEqualTo("sess_1 active idn_1");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ ModuleListener.class, Seen.class })
	static class Application {

	}

	static class Seen {

		// A publication may be resubmitted, and handled, more than once
		private final BlockingQueue<String> organizations = new LinkedBlockingQueue<>();

		private final BlockingQueue<String> sessions = new LinkedBlockingQueue<>();

		private volatile int failures;

	}

	static class ModuleListener {

		private final Seen seen;

		ModuleListener(Seen seen) {
			this.seen = seen;
		}

		@ApplicationModuleListener
		void on(OrganizationEvent.Created event) {
			if (this.seen.failures-- > 0) {
				this.seen.organizations.add("failed " + event.data().id());
				throw new IllegalStateException("not today");
			}
			this.seen.organizations
				.add("handled " + event.data().id() + " " + event.data().name() + " " + event.data().publicMetadata());
		}

		@ApplicationModuleListener
		void on(SessionEvent.Created event) {
			this.seen.sessions
				.add(event.data().id() + " " + event.data().status() + " " + event.user().emailAddresses().get(0).id());
		}

	}

}
