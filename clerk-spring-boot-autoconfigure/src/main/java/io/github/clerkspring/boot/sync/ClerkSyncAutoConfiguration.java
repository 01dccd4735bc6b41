package io.github.clerkspring.boot.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.autoconfigure.init.OnDatabaseInitializationCondition;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkSyncProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkWebhookAutoConfiguration;
import io.github.clerkspring.boot.webhook.SchemaScripts;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.webhook.sync.BackfillRunner;
import io.github.clerkspring.webhook.sync.ClerkBackfill;
import io.github.clerkspring.webhook.sync.ClerkUserSync;
import io.github.clerkspring.webhook.sync.JdbcSyncState;
import io.github.clerkspring.webhook.sync.JdbcSyncTables;
import io.github.clerkspring.webhook.sync.MembershipSyncHandler;
import io.github.clerkspring.webhook.sync.OrganizationSyncHandler;
import io.github.clerkspring.webhook.sync.RequestPace;
import io.github.clerkspring.webhook.sync.SyncHandlers;
import io.github.clerkspring.webhook.sync.SyncState;
import io.github.clerkspring.webhook.sync.UserSyncHandler;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the synchronization of users,
 * organizations and memberships with tables of the application.
 */
@AutoConfiguration(after = { ClerkClientAutoConfiguration.class, ClerkWebhookAutoConfiguration.class },
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
				"org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
				"org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration" })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ ClerkUserSync.class, JdbcTemplate.class, DataSourceScriptDatabaseInitializer.class })
@ConditionalOnBean(ClerkBackendClient.class)
@ConditionalOnSingleCandidate(DataSource.class)
@Conditional(OnSyncHandlerCondition.class)
public final class ClerkSyncAutoConfiguration {

	private static final Duration BACKFILL_RETRY_INTERVAL = Duration.ofSeconds(30);

	@Bean
	@ConditionalOnMissingBean(SyncState.class)
	@DependsOnDatabaseInitialization
	JdbcSyncState clerkSyncState(DataSource dataSource, @Qualifier("clerkClock") ObjectProvider<Clock> clock) {
		return new JdbcSyncState(new JdbcTemplate(dataSource), clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean
	SyncHandlers clerkSyncHandlers(DataSource dataSource, ClerkSyncProperties properties,
			ObjectProvider<UserSyncHandler> users, ObjectProvider<OrganizationSyncHandler> organizations,
			ObjectProvider<MembershipSyncHandler> memberships) {
		JdbcSyncTables tables = new JdbcSyncTables(new JdbcTemplate(dataSource));
		boolean included = properties.tables();
		return new SyncHandlers(all(included, tables.users(), users),
				all(included, tables.organizations(), organizations), all(included, tables.memberships(), memberships));
	}

	private static <T> List<T> all(boolean included, T table, ObjectProvider<T> handlers) {
		return Stream.concat(included ? Stream.of(table) : Stream.empty(), handlers.orderedStream()).toList();
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkUserSync clerkUserSync(SyncHandlers handlers, SyncState state, ClerkBackendClient client,
			DataSource dataSource, ObjectProvider<PlatformTransactionManager> transactionManager,
			ClerkSyncProperties properties) {
		TransactionTemplate transaction = new TransactionTemplate(
				transactionManager.getIfUnique(() -> new JdbcTransactionManager(dataSource)));
		return new ClerkUserSync(handlers, state, client, transaction, properties.mode());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty("clerk.sync.backfill.enabled")
	ClerkBackfill clerkBackfill(ClerkUserSync sync, SyncHandlers handlers, ClerkBackendClient client,
			DataSource dataSource, ClerkConnectionDetails connectionDetails, ClerkSyncProperties properties,
			@Qualifier("clerkClock") ObjectProvider<Clock> clerkClock) {
		Clock clock = clerkClock.getIfAvailable(Clock::systemUTC);
		RequestPace pace = SyncPace.of(connectionDetails, properties.backfill().rateLimitPercent(), clock);
		return new ClerkBackfill(sync, handlers, client, new JdbcTemplate(dataSource), pace, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ClerkBackfill.class)
	BackfillRunner clerkBackfillRunner(ClerkBackfill backfill) {
		return new BackfillRunner(backfill, BACKFILL_RETRY_INTERVAL);
	}

	@Bean
	@Conditional(OnSyncInitializationCondition.class)
	DataSourceScriptDatabaseInitializer clerkSyncInitializer(DataSource dataSource, ClerkSyncProperties properties) {
		return SchemaScripts.initializer(dataSource, properties.initializeSchema(), properties.tables()
				? List.of(JdbcSyncState.SCHEMA, JdbcSyncTables.SCHEMA) : List.of(JdbcSyncState.SCHEMA));
	}

	static class OnSyncInitializationCondition extends OnDatabaseInitializationCondition {

		OnSyncInitializationCondition() {
			super("Clerk Sync", "clerk.sync.initialize-schema");
		}

	}

}
