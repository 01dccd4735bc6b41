package io.github.clerkspring.boot.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.autoconfigure.init.OnDatabaseInitializationCondition;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkSyncProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkDatabase;
import io.github.clerkspring.boot.webhook.ClerkDatabaseAutoConfiguration;
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
@AutoConfiguration(after = { ClerkClientAutoConfiguration.class, ClerkDatabaseAutoConfiguration.class })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ ClerkUserSync.class, JdbcTemplate.class, DataSourceScriptDatabaseInitializer.class })
@ConditionalOnBean({ ClerkBackendClient.class, ClerkDatabase.class })
@Conditional(OnSyncHandlerCondition.class)
public final class ClerkSyncAutoConfiguration {

	private static final Duration BACKFILL_RETRY_INTERVAL = Duration.ofSeconds(30);

	@Bean
	@ConditionalOnMissingBean(SyncState.class)
	@DependsOnDatabaseInitialization
	JdbcSyncState clerkSyncState(ClerkDatabase database, @Qualifier("clerkClock") ObjectProvider<Clock> clock) {
		return new JdbcSyncState(database.jdbc(), clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean
	SyncHandlers clerkSyncHandlers(ClerkDatabase database, ClerkSyncProperties properties,
			ObjectProvider<UserSyncHandler> users, ObjectProvider<OrganizationSyncHandler> organizations,
			ObjectProvider<MembershipSyncHandler> memberships) {
		JdbcSyncTables tables = new JdbcSyncTables(database.jdbc());
		boolean included = properties.tables();
		return new SyncHandlers(all(included, tables.users(), users),
				all(included, tables.organizations(), organizations), all(included, tables.memberships(), memberships));
	}

	private static <T> List<T> all(boolean included, T table, ObjectProvider<T> handlers) {
		return Stream.concat(included ? Stream.of(table) : Stream.empty(), handlers.orderedStream()).toList();
	}

	@Bean
	@ConditionalOnMissingBean
	@DependsOnDatabaseInitialization
	ClerkUserSync clerkUserSync(SyncHandlers handlers, SyncState state, ClerkBackendClient client,
			ClerkDatabase database, ClerkSyncProperties properties) {
		return new ClerkUserSync(handlers, state, client, database.transaction(), properties.mode());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty("clerk.sync.backfill.enabled")
	ClerkBackfill clerkBackfill(ClerkUserSync sync, SyncHandlers handlers, ClerkBackendClient client,
			ClerkDatabase database, ClerkConnectionDetails connectionDetails, ClerkSyncProperties properties,
			@Qualifier("clerkClock") ObjectProvider<Clock> clerkClock) {
		Clock clock = clerkClock.getIfAvailable(Clock::systemUTC);
		RequestPace pace = SyncPace.of(connectionDetails, properties.backfill().rateLimitPercent(), clock);
		return new ClerkBackfill(sync, handlers, client, database.jdbc(), pace, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ClerkBackfill.class)
	BackfillRunner clerkBackfillRunner(ClerkBackfill backfill) {
		return new BackfillRunner(backfill, BACKFILL_RETRY_INTERVAL);
	}

	@Bean
	@Conditional(OnSyncInitializationCondition.class)
	DataSourceScriptDatabaseInitializer clerkSyncInitializer(ClerkDatabase database, ClerkSyncProperties properties) {
		return SchemaScripts.initializer(database.dataSource(), properties.initializeSchema(), properties.tables()
				? List.of(JdbcSyncState.SCHEMA, JdbcSyncTables.SCHEMA) : List.of(JdbcSyncState.SCHEMA));
	}

	static class OnSyncInitializationCondition extends OnDatabaseInitializationCondition {

		OnSyncInitializationCondition() {
			super("Clerk Sync", "clerk.sync.initialize-schema");
		}

	}

}
