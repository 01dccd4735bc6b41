package io.github.clerkspring.sample.webhooks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample with PostgreSQL in a container.
 */
@EnabledIfSystemProperty(named = "clerk.docker", matches = "true", disabledReason = "Docker: .ci/docker runs it")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureClerkEmulator(reset = false)
@Import(TestWebhooksApplication.PostgreSqlInContainer.class)
class PostgreSqlDockerTests {

	@Autowired
	private ClerkEmulator clerk;

	@Autowired
	private ClerkWebhookTester webhooks;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void rowsFollowTheUser() {
		String id = this.clerk.users().create((user) -> user.emailAddress("ada@example.org").firstName("Ada"));
		this.clerk.organizations().addMember("org_acme", id, "org:member");
		this.webhooks.await();
		assertThat(this.jdbc.queryForList("""
				SELECT u.first_name || ' of ' || o.name || ': ' || n.text FROM clerk_membership m
				JOIN clerk_user u ON u.user_id = m.user_id
				JOIN clerk_organization o ON o.organization_id = m.organization_id
				JOIN note n ON n.user_id = u.user_id WHERE u.user_id = ?""", String.class, id))
			.containsExactly("Ada of Acme: Welcome");
		assertThat(this.jdbc.queryForObject("SELECT version()", String.class)).startsWith("PostgreSQL");
		this.clerk.users().delete(id);
		this.webhooks.await();
		assertThat(this.jdbc.queryForList("SELECT text FROM note WHERE user_id = ?", String.class, id)).isEmpty();
	}

}
