package io.github.clerkspring.boot.webhook;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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

import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.JdbcInbox;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the inbox in a database table.
 */
@AutoConfiguration(after = ClerkWebhookAutoConfiguration.class, before = ClerkWebhookReceiverAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
				"org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
				"org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration" })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ JdbcInbox.class, JdbcTemplate.class, DataSourceScriptDatabaseInitializer.class })
@ConditionalOnProperty(name = "clerk.webhook.inbox", havingValue = "jdbc")
@ConditionalOnBean(ClerkWebhookConnectionDetails.class)
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnMissingBean(Inbox.class)
public final class ClerkJdbcInboxAutoConfiguration {

	@Bean
	@DependsOnDatabaseInitialization
	JdbcInbox clerkWebhookInbox(DataSource dataSource, ObjectProvider<PlatformTransactionManager> transactionManager,
			ClerkWebhookProperties properties, @Qualifier("clerkClock") ObjectProvider<Clock> clock) {
		TransactionTemplate transaction = new TransactionTemplate(
				transactionManager.getIfUnique(() -> new JdbcTransactionManager(dataSource)));
		transaction.setTimeout(new WebhookSettings(properties).transactionTimeout());
		return new JdbcInbox(new JdbcTemplate(dataSource), transaction, WebhookSettings.clock(clock),
				properties.jdbc().tableName());
	}

	@Bean
	@Conditional(OnInboxInitializationCondition.class)
	DataSourceScriptDatabaseInitializer clerkWebhookInboxInitializer(DataSource dataSource,
			ClerkWebhookProperties properties) {
		return SchemaScripts.initializer(dataSource, properties.jdbc().initializeSchema(),
				List.of(properties.jdbc().schema()));
	}

	static class OnInboxInitializationCondition extends OnDatabaseInitializationCondition {

		OnInboxInitializationCondition() {
			super("Clerk Webhook Inbox", "clerk.webhook.jdbc.initialize-schema");
		}

	}

}
