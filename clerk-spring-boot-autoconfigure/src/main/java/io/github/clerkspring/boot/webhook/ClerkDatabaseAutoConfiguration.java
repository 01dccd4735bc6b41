package io.github.clerkspring.boot.webhook;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

import io.github.clerkspring.boot.ClerkDataSource;
import io.github.clerkspring.boot.ClerkTransactionManager;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the selection of the database.
 */
@AutoConfiguration(after = ClerkWebhookAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
				"org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
				"org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration" })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ JdbcTemplate.class, DataSourceScriptDatabaseInitializer.class })
@Conditional(ClerkDatabaseAutoConfiguration.OnDataSourceCondition.class)
public final class ClerkDatabaseAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClerkDatabase clerkDatabase(@ClerkDataSource ObjectProvider<DataSource> markedDataSource,
			ObjectProvider<DataSource> dataSources,
			@ClerkTransactionManager ObjectProvider<PlatformTransactionManager> markedManager,
			ObjectProvider<PlatformTransactionManager> managers) {
		return new ClerkDatabase(markedDataSource, dataSources, markedManager, managers);
	}

	static class OnDataSourceCondition extends AnyNestedCondition {

		OnDataSourceCondition() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnSingleCandidate(DataSource.class)
		static class Single {

		}

		@ConditionalOnBean(annotation = ClerkDataSource.class)
		static class Marked {

		}

	}

}
