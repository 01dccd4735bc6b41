package io.github.clerkspring.sample.webhooks;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.test.context.ActiveProfiles;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.UpdateUserRequest;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;
import io.github.clerkspring.webhook.sync.UserSyncHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The handler with which the page on users in own tables begins, beside the tables of the
 * library.
 */
@SpringBootTest(classes = UserSyncTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "clerk.sync.tables=true", "spring.sql.init.schema-locations=classpath:customer.sql" })
@AutoConfigureClerkEmulator
@ActiveProfiles("jdbc")
class UserSyncTests {

	@Autowired
	private ClerkEmulator clerk;

	@Autowired
	private ClerkBackendClient client;

	@Autowired
	private ClerkWebhookTester webhooks;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void rowsFollowTheUser() {
		String ada = this.clerk.users().create((user) -> user.emailAddress("ada@example.com").firstName("Ada"));
		this.webhooks.await();
		assertThat(names("customer", "name", "id", ada)).containsExactly("Ada");
		assertThat(names("clerk_user", "first_name", "user_id", ada)).containsExactly("Ada");
		this.client.users().update(ada, UpdateUserRequest.create().firstName("Augusta")).block();
		this.webhooks.await();
		assertThat(names("customer", "name", "id", ada)).containsExactly("Augusta");
		this.clerk.users().delete(ada);
		this.webhooks.await();
		assertThat(names("customer", "name", "id", ada)).isEmpty();
		assertThat(names("clerk_user", "first_name", "user_id", ada)).isEmpty();
	}

	@Test
	void orderOfWebhooksDoesNotMatter() {
		this.webhooks.await();
		this.clerk.webhooks().hold();
		String bob = this.clerk.users().create((user) -> user.emailAddress("bob@example.com").firstName("Bob"));
		String acme = this.clerk.organizations().create("Acme");
		this.clerk.organizations().addMember(acme, bob, "org:admin");
		this.clerk.webhooks().releaseReversed();
		this.webhooks.await();
		assertThat(this.jdbc.queryForMap("""
				SELECT u.first_name, o.name, m.role FROM clerk_membership m
				JOIN clerk_user u ON u.user_id = m.user_id
				JOIN clerk_organization o ON o.organization_id = m.organization_id WHERE m.user_id = ?""", bob))
			.isEqualTo(Map.of("FIRST_NAME", "Bob", "NAME", "Acme", "ROLE", "org:admin"));
	}

	private Iterable<String> names(String table, String column, String key, String id) {
		return this.jdbc.queryForList("SELECT " + column + " FROM " + table + " WHERE " + key + " = ?", String.class,
				id);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Customers.class)
	static class Application {

	}

	@Component
	record Customers(JdbcTemplate jdbc) implements UserSyncHandler {

		@Override
		public void upsert(User user) {
			if (this.jdbc.update("UPDATE customer SET name = ? WHERE id = ?", user.firstName(), user.id()) == 0) {
				this.jdbc.update("INSERT INTO customer (name, id) VALUES (?, ?)", user.firstName(), user.id());
			}
		}

		@Override
		public void delete(String userId) {
			this.jdbc.update("DELETE FROM customer WHERE id = ?", userId);
		}

	}

}
