package io.github.clerkspring.boot.webhook;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.github.clerkspring.webhook.event.OrganizationEvent;
import io.github.clerkspring.webhook.event.RoleEvent;
import io.github.clerkspring.webhook.event.UnreadableEventException;
import io.github.clerkspring.webhook.event.UserEvent;
import io.github.clerkspring.webhook.inbox.DeliveryState;
import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.JdbcInbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners that write to a database.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class JdbcWebhookTests {

	private static final String[] JDBC = { "spring.datasource.url=jdbc:h2:mem:webhooks;DB_CLOSE_DELAY=-1",
			"spring.datasource.generate-unique-name=false", "clerk.webhook.inbox=jdbc" };

	private WebhookServer server;

	@AfterEach
	void stop() {
		this.server.bean(JdbcTemplate.class).execute("SHUTDOWN");
		this.server.close();
	}

	private Received start(WebApplicationType type, String... properties) {
		this.server = WebhookServer.start(type, Application.class, properties);
		this.server.bean(JdbcTemplate.class).execute("CREATE TABLE effect (id VARCHAR(50))");
		return this.server.bean(Received.class);
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void rowAndEffectShareOneTransaction(WebApplicationType type) {
		Received received = start(type, JDBC);
		assertThat(this.server.bean(Inbox.class)).isInstanceOf(JdbcInbox.class);
		received.behavior = (event) -> {
			throw new IllegalArgumentException("after the effect");
		};
		String body = WebhookServer.event("user.created", "user_1");
		assertThat(this.server.post("msg_1", body)).isEqualTo(500);
		assertThat(effects()).isZero();
		assertThat(this.server.bean(Inbox.class).find("msg_1")).isNull();
		received.behavior = (event) -> assertThat(TransactionSynchronizationManager.isActualTransactionActive())
			.isTrue();
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
		assertThat(effects()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void logsNoValuesOfRows(WebApplicationType type, CapturedOutput output) {
		Received received = start(type, JDBC);
		JdbcTemplate jdbc = this.server.bean(JdbcTemplate.class);
		received.behavior = (event) -> jdbc.update("INSERT INTO effect VALUES (?)", "private@example.com".repeat(3));
		assertThat(this.server.post("msg_1", WebhookServer.event("user.created", "user_1"))).isEqualTo(500);
		assertThat(output).contains("A listener failed to handle webhook user.created msg_1")
			.contains("DataIntegrityViolationException (SQL state 22001)")
			.contains("JdbcWebhookTests")
			.doesNotContain("private@example.com");
	}

	@Test
	void keepsUnreadableEventAsDeadLetterOutsideOfTheTransactionOfTheListener(CapturedOutput output) {
		Received received = start(WebApplicationType.SERVLET, JDBC);
		received.behavior = (event) -> {
			throw new UnreadableEventException(event.envelope(), "no tenant");
		};
		assertThat(this.server.post("msg_1", WebhookServer.event("user.created", "user_1"))).isEqualTo(204);
		assertThat(effects()).isZero();
		assertThat(this.server.bean(Inbox.class).list(DeliveryState.DEAD, 10)).hasSize(1);
		assertThat(output).contains("no tenant. It is kept as a dead letter");
	}

	@Test
	void isUnavailableWithoutDatabase() {
		Received received = start(WebApplicationType.SERVLET, JDBC);
		this.server.bean(JdbcTemplate.class).execute("ALTER TABLE clerk_webhook_delivery RENAME TO away");
		String body = WebhookServer.event("user.created", "user_1");
		assertThat(this.server.post("msg_1", body)).isEqualTo(503);
		assertThat(received.ids).isEmpty();
		this.server.bean(JdbcTemplate.class).execute("ALTER TABLE away RENAME TO clerk_webhook_delivery");
		assertThat(this.server.post("msg_1", body)).isEqualTo(204);
	}

	@Test
	void listenersOfTransactionPhasesAreCalledWithInboxInMemory() {
		Received received = start(WebApplicationType.SERVLET, JDBC[0], JDBC[1]);
		assertThat(this.server.post("msg_1", WebhookServer.event("organization.created", "org_1"))).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_1", "msg_1");
	}

	@Test
	void listenersOfTransactionPhasesAreCalledWithInboxInTable() {
		Received received = start(WebApplicationType.SERVLET, JDBC);
		assertThat(this.server.post("msg_1", WebhookServer.event("organization.created", "org_1"))).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_1", "msg_1");
	}

	@Test
	void failureBeforeCommitIsRepeatedAndFailureAfterCommitIsNot() {
		Received received = start(WebApplicationType.SERVLET, JDBC);
		received.behavior = (event) -> {
			throw new IllegalArgumentException("in every phase");
		};
		String body = WebhookServer.event("organization.created", "org_1");
		assertThat(this.server.post("msg_1", body)).isEqualTo(500);
		assertThat(this.server.bean(Inbox.class).find("msg_1")).isNull();
		body = WebhookServer.event("role.created", "role_1");
		assertThat(this.server.post("msg_2", body)).isEqualTo(204);
		assertThat(this.server.bean(Inbox.class).find("msg_2")).isNotNull();
	}

	@Test
	void acceptsThenProcesses() {
		Received received = start(WebApplicationType.SERVLET, "clerk.webhook.mode=accept-then-process", JDBC[0],
				JDBC[1], JDBC[2]);
		assertThat(this.server.post("msg_1", WebhookServer.event("user.created", "user_1"))).isEqualTo(204);
		assertThat(received.next()).isEqualTo("msg_1");
		while (this.server.bean(Inbox.class).size().handled() == 0) {
			Thread.onSpinWait();
		}
		assertThat(effects()).isEqualTo(1);
	}

	@Test
	void leavesTheSchemaToTheApplication() {
		this.server = WebhookServer.start(WebApplicationType.SERVLET, Application.class, JDBC[0], JDBC[1], JDBC[2],
				"clerk.webhook.jdbc.initialize-schema=never");
		assertThat(this.server.post("msg_1", WebhookServer.event("user.created", "user_1"))).isEqualTo(503);
	}

	private int effects() {
		Map<String, Object> row = this.server.bean(JdbcTemplate.class).queryForMap("SELECT COUNT(*) AS n FROM effect");
		return ((Number) row.get("n")).intValue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Listeners.class)
	static class Application {

		@Bean
		Received received() {
			return new Received();
		}

	}

	static class Listeners {

		private final Received received;

		private final JdbcTemplate jdbc;

		Listeners(Received received, JdbcTemplate jdbc) {
			this.received = received;
			this.jdbc = jdbc;
		}

		@EventListener
		void on(UserEvent.Created event) {
			this.jdbc.update("INSERT INTO effect VALUES (?)", event.deliveryId());
			this.received.accept(event);
		}

		@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
		void beforeCommit(OrganizationEvent event) {
			this.received.accept(event);
		}

		@TransactionalEventListener
		void afterCommit(OrganizationEvent event) {
			this.received.accept(event);
		}

		@TransactionalEventListener
		void afterCommit(RoleEvent event) {
			this.received.accept(event);
		}

	}

}
