package io.github.clerkspring.boot.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConfigurationException;
import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.observation.ClerkSyncMetricsAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkDatabaseAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkWebhookAutoConfiguration;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.webhook.sync.BackfillRunner;
import io.github.clerkspring.webhook.sync.ClerkBackfill;
import io.github.clerkspring.webhook.sync.ClerkReconciliation;
import io.github.clerkspring.webhook.sync.ClerkUserSync;
import io.github.clerkspring.webhook.sync.JdbcSyncState;
import io.github.clerkspring.webhook.sync.ReconciliationRunner;
import io.github.clerkspring.webhook.sync.SyncHandlers;
import io.github.clerkspring.webhook.sync.SyncState;
import io.github.clerkspring.webhook.sync.UserSyncHandler;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class SyncAutoConfigurationTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class,
				ClerkDatabaseAutoConfiguration.class, ClerkWebhookAutoConfiguration.class,
				ClerkSyncAutoConfiguration.class, ClerkReconciliationAutoConfiguration.class,
				ClerkSyncRequirementAutoConfiguration.class))
		.withPropertyValues("clerk.secret-key=sk_test_0123456789",
				"clerk.webhook.signing-secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

	private final ApplicationContextRunner withDatabase = this.application
		.withConfiguration(
				AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
		.withPropertyValues("spring.datasource.generate-unique-name=true");

	@Test
	void doesNothingWithoutHandler() {
		this.withDatabase.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(ClerkUserSync.class)
			.doesNotHaveBean("clerkSyncInitializer"));
		this.application.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ClerkUserSync.class));
	}

	@Test
	void handlerOfTheApplicationIsCalled() {
		this.withDatabase.withBean(Customers.class).run((context) -> {
			assertThat(context).hasSingleBean(ClerkUserSync.class);
			assertThat(context.getBean(SyncHandlers.class).users()).containsExactly(context.getBean(Customers.class));
			assertThat(tables(context.getBean(JdbcTemplate.class))).containsExactly("clerk_sync_backfill",
					"clerk_sync_lease", "clerk_sync_state");
		});
	}

	@Test
	void tablesOfTheLibraryComeFirst() {
		this.withDatabase.withBean(Customers.class).withPropertyValues("clerk.sync.tables=true").run((context) -> {
			SyncHandlers handlers = context.getBean(SyncHandlers.class);
			assertThat(handlers.users()).hasSize(2).last().isInstanceOf(Customers.class);
			assertThat(handlers.organizations()).hasSize(1);
			assertThat(handlers.memberships()).hasSize(1);
			assertThat(tables(context.getBean(JdbcTemplate.class))).containsExactly("clerk_membership",
					"clerk_organization", "clerk_sync_backfill", "clerk_sync_lease", "clerk_sync_state", "clerk_user");
		});
	}

	@Test
	void leavesTheSchemaToTheApplication() {
		this.withDatabase.withPropertyValues("clerk.sync.tables=true", "clerk.sync.initialize-schema=never")
			.run((context) -> assertThat(tables(context.getBean(JdbcTemplate.class))).isEmpty());
	}

	@Test
	void stateOfTheApplicationWins() {
		this.withDatabase.withBean(Customers.class)
			.withBean("own", SyncState.class, () -> new JdbcSyncState(new JdbcTemplate(), Clock.systemUTC()))
			.run((context) -> assertThat(context).hasSingleBean(SyncState.class).hasBean("own"));
	}

	@Test
	void refusesHandlersThatWouldNotBeCalled() {
		this.application.withBean(Customers.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ClerkConfigurationException.class)
				.hasMessageContaining("needs one DataSource"));
		this.application.withBean(Customers.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ClerkConfigurationException.class)
				.hasMessageContaining("needs one DataSource"));
		this.application.withPropertyValues("clerk.sync.tables=true")
			.withClassLoader(new FilteredClassLoader(JdbcTemplate.class))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ClerkConfigurationException.class)
				.hasMessageContaining("clerk.sync.tables"));
	}

	@Test
	void backfillRunsIfEnabledAndIsMeasured() {
		this.withDatabase.withBean(Customers.class)
			.run((context) -> assertThat(context).doesNotHaveBean(ClerkBackfill.class)
				.doesNotHaveBean(BackfillRunner.class));
		try (ClerkEmulator clerk = ClerkEmulator.start()) {
			clerk.users().create("ada@example.com");
			this.withDatabase.withBean(Customers.class)
				.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
						CompositeMeterRegistryAutoConfiguration.class, ClerkSyncMetricsAutoConfiguration.class))
				.withBean(SimpleMeterRegistry.class)
				.withPropertyValues("clerk.sync.backfill.enabled=true", "clerk.api-url=" + clerk.baseUrl(),
						"clerk.secret-key=" + clerk.secretKey())
				.run((context) -> {
					while (!context.getBean(ClerkBackfill.class).progress().get(0).finished()) {
						Thread.onSpinWait();
					}
					assertThat(context).hasSingleBean(BackfillRunner.class);
					assertThat(context.getBean(SimpleMeterRegistry.class)
						.get("clerk.sync.backfill.progress")
						.tag("type", "user")
						.gauge()
						.value()).isEqualTo(1);
				});
		}
	}

	@Test
	void reconciliationRunsIfEnabledAndIsMeasured(CapturedOutput output) {
		this.withDatabase.withBean(Customers.class)
			.run((context) -> assertThat(context).doesNotHaveBean(ClerkReconciliation.class)
				.doesNotHaveBean(ReconciliationRunner.class));
		try (ClerkEmulator clerk = ClerkEmulator.start()) {
			clerk.users().create("ada@example.com");
			this.withDatabase.withBean(Customers.class)
				.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
						CompositeMeterRegistryAutoConfiguration.class, ClerkSyncMetricsAutoConfiguration.class))
				.withBean(SimpleMeterRegistry.class)
				.withPropertyValues("clerk.sync.reconciliation.enabled=true", "clerk.api-url=" + clerk.baseUrl(),
						"clerk.secret-key=" + clerk.secretKey())
				.run((context) -> {
					MeterRegistry registry = context.getBean(SimpleMeterRegistry.class);
					Counter runs = registry.get("clerk.sync.reconciliation.runs").tag("outcome", "finished").counter();
					Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> runs.count() == 1);
					assertThat(registry.get("clerk.sync.reconciliation.drift").counters()).hasSize(9);
					assertThat(registry.get("clerk.sync.reconciliation.drift")
						.tags("type", "user", "kind", "missing")
						.counter()
						.count()).isEqualTo(1);
					assertThat(context).hasSingleBean(ReconciliationRunner.class);
				});
		}
		assertThat(output).contains("1 of type user (1 missing, 0 stale, 0 left over)");
	}

	@Test
	void isOffWhenClerkIsOff() {
		this.withDatabase.withBean(Customers.class)
			.withPropertyValues("clerk.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ClerkUserSync.class));
	}

	private static List<String> tables(JdbcTemplate jdbc) {
		return jdbc.queryForList("""
				SELECT LOWER(table_name) FROM information_schema.tables
				WHERE LOWER(table_name) LIKE 'clerk%' ORDER BY 1""", String.class);
	}

	static class Customers implements UserSyncHandler {

		@Override
		public void upsert(User user) {
		}

		@Override
		public void delete(String userId) {
		}

	}

}
