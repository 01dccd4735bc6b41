package io.github.clerkspring.sample.webhooks;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.test.context.ActiveProfiles;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;
import io.github.clerkspring.webhook.event.UserEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The listener with which the page on webhooks begins.
 */
@SpringBootTest(classes = SmallestApplicationTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "clerk.webhook.inbox=memory", "spring.sql.init.schema-locations=classpath:profile.sql" })
@AutoConfigureClerkEmulator
@ActiveProfiles("jdbc")
class SmallestApplicationTests {

	@Autowired
	private ClerkEmulator clerk;

	@Autowired
	private ClerkWebhookTester webhooks;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void listenerStoresProfile() {
		String ada = this.clerk.users().create("ada@example.com");
		this.webhooks.await();
		assertThat(this.jdbc.queryForList("SELECT user_id FROM profile", String.class)).containsExactly(ada);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Profiles.class)
	static class Application {

	}

	@Component
	record Profiles(JdbcTemplate jdbc) {

		@EventListener
		void on(UserEvent.Created event) {
			this.jdbc.update("INSERT INTO profile (user_id) VALUES (?)", event.data().id());
		}

	}

}
