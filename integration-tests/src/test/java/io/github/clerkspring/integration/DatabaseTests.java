package io.github.clerkspring.integration;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.r2dbc.spi.ConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConfigurationException;
import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.sync.ClerkSyncAutoConfiguration;
import io.github.clerkspring.boot.sync.ClerkSyncRequirementAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkDatabaseAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkEndedSessionsAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkJdbcInboxAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkWebhookAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkWebhookReceiverAutoConfiguration;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.JdbcInbox;
import io.github.clerkspring.webhook.sync.ClerkBackfill;
import io.github.clerkspring.webhook.sync.ClerkUserSync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Own tables with Liquibase, and in applications with R2DBC.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class DatabaseTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class,
				ClerkWebhookAutoConfiguration.class, ClerkDatabaseAutoConfiguration.class,
				ClerkJdbcInboxAutoConfiguration.class, ClerkWebhookReceiverAutoConfiguration.class,
				ClerkEndedSessionsAutoConfiguration.class, ClerkSyncAutoConfiguration.class,
				ClerkSyncRequirementAutoConfiguration.class, DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
		.withPropertyValues("clerk.secret-key=sk_test_0123456789",
				"clerk.webhook.signing-secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
				"spring.datasource.generate-unique-name=true");

	private final ApplicationContextRunner withR2dbc = this.application.withConfiguration(
			AutoConfigurations.of(R2dbcAutoConfiguration.class, R2dbcTransactionManagerAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void backfillRunsAfterMigrationOfLiquibase(boolean lazy, CapturedOutput output) {
		try (ClerkEmulator clerk = ClerkEmulator.start()) {
			String ada = clerk.users().create("ada@example.com");
			this.application.withConfiguration(AutoConfigurations.of(LiquibaseAutoConfiguration.class))
				.withInitializer((context) -> {
					if (lazy) {
						context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
					}
				})
				.withPropertyValues("clerk.api-url=" + clerk.baseUrl(), "clerk.secret-key=" + clerk.secretKey(),
						"clerk.webhook.inbox=jdbc", "clerk.webhook.jdbc.initialize-schema=never",
						"clerk.ended-sessions.enabled=true", "clerk.ended-sessions.initialize-schema=never",
						"clerk.sync.tables=true", "clerk.sync.initialize-schema=never",
						"clerk.sync.backfill.enabled=true",
						"spring.liquibase.change-log=classpath:db/changelog/clerk.yaml")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					for (String bean : List.of("clerkSyncState", "clerkUserSync", "clerkWebhookInbox",
							"clerkEndedSessionStore")) {
						assertThat(context.getBeanFactory().getBeanDefinition(bean).getDependsOn()).as(bean)
							.contains("liquibase");
					}
					ClerkBackfill backfill = context.getBean(ClerkBackfill.class);
					Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> backfill.progress().get(2).finished());
					assertThat(context.getBean(JdbcTemplate.class)
						.queryForList("SELECT user_id FROM clerk_user", String.class)).containsExactly(ada);
				});
		}
		assertThat(output).doesNotContain("failed").doesNotContain("cannot be read");
	}

	@Test
	void tablesRequireDataSourceBesidesR2dbc() {
		this.withR2dbc.run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(ConnectionFactory.class)
			.doesNotHaveBean(DataSource.class)
			.doesNotHaveBean(PlatformTransactionManager.class));
		this.withR2dbc.withPropertyValues("clerk.sync.tables=true").run(DatabaseTests::assertExplained);
		this.withR2dbc.withPropertyValues("clerk.webhook.inbox=jdbc").run(DatabaseTests::assertExplained);
	}

	private static void assertExplained(AssertableApplicationContext context) {
		assertThat(context).getFailure()
			.rootCause()
			.isInstanceOfSatisfying(ClerkConfigurationException.class, (failure) -> assertThat(failure.action())
				.contains("R2DBC, Spring Boot does not configure a DataSource: declare a bean"));
	}

	@Test
	void tablesAreInDataSourceBesidesR2dbc() {
		this.withR2dbc
			.withBean(DataSource.class,
					() -> new DriverManagerDataSource("jdbc:h2:mem:beside-r2dbc;DB_CLOSE_DELAY=-1", "sa", ""))
			.withPropertyValues("clerk.sync.tables=true", "clerk.webhook.inbox=jdbc")
			.run((context) -> {
				assertThat(context).hasSingleBean(ClerkUserSync.class)
					.getBean(Inbox.class)
					.isInstanceOf(JdbcInbox.class);
				assertThat(context.getBean(Inbox.class).size().handled()).isZero();
				context.getBean(JdbcTemplate.class).execute("SHUTDOWN");
			});
	}

}
