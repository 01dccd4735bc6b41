package io.github.clerkspring.boot.webhook;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.autoconfigure.init.OnDatabaseInitializationCondition;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.JdbcInbox;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the inbox in a database table.
 */
@AutoConfiguration(after = ClerkDatabaseAutoConfiguration.class, before = ClerkWebhookReceiverAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ JdbcInbox.class, JdbcTemplate.class, DataSourceScriptDatabaseInitializer.class })
@ConditionalOnProperty(name = "clerk.webhook.inbox", havingValue = "jdbc")
@ConditionalOnBean({ ClerkWebhookConnectionDetails.class, ClerkDatabase.class })
@ConditionalOnMissingBean(Inbox.class)
public final class ClerkJdbcInboxAutoConfiguration {

	@Bean
	@DependsOnDatabaseInitialization
	JdbcInbox clerkWebhookInbox(ClerkDatabase database, ClerkWebhookProperties properties,
			@Qualifier("clerkClock") ObjectProvider<Clock> clock) {
		TransactionTemplate transaction = database.transaction();
		transaction.setTimeout(new WebhookSettings(properties).transactionTimeout());
		return new JdbcInbox(database.jdbc(), transaction, WebhookSettings.clock(clock), properties.jdbc().tableName());
	}

	@Bean
	@Conditional(OnInboxInitializationCondition.class)
	DataSourceScriptDatabaseInitializer clerkWebhookInboxInitializer(ClerkDatabase database,
			ClerkWebhookProperties properties) {
		return SchemaScripts.initializer(database.dataSource(), properties.jdbc().initializeSchema(),
				List.of(properties.jdbc().schema()));
	}

	static class OnInboxInitializationCondition extends OnDatabaseInitializationCondition {

		OnInboxInitializationCondition() {
			super("Clerk Webhook Inbox", "clerk.webhook.jdbc.initialize-schema");
		}

	}

}
