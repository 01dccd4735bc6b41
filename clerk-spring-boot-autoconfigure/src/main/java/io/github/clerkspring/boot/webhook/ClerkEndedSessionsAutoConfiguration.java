package io.github.clerkspring.boot.webhook;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ListableBeanFactory;
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
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.boot.ClerkEndedSessionsProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.webhook.session.EndedSessionListener;
import io.github.clerkspring.webhook.session.EndedSessionPoller;
import io.github.clerkspring.webhook.session.EndedSessionStore;
import io.github.clerkspring.webhook.session.EndedSessions;
import io.github.clerkspring.webhook.session.JdbcEndedSessionStore;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the rejection of tokens of ended
 * sessions.
 */
@AutoConfiguration(after = ClerkDatabaseAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ EndedSessions.class, OAuth2TokenValidator.class, Jwt.class })
@ConditionalOnBooleanProperty("clerk.ended-sessions.enabled")
public final class ClerkEndedSessionsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	EndedSessions clerkEndedSessions(ClerkEndedSessionsProperties properties,
			@Qualifier("clerkClock") ObjectProvider<Clock> clock) {
		return new EndedSessions(properties.maxSize(), properties.retention(), WebhookSettings.clock(clock));
	}

	@Bean
	@ConditionalOnMissingBean
	EndedSessionListener clerkEndedSessionListener(EndedSessions sessions, ObjectProvider<EndedSessionStore> store,
			@Qualifier("clerkClock") ObjectProvider<Clock> clock, ListableBeanFactory beanFactory) {
		return EndedSessionListenerFactory.create(sessions, store.getIfAvailable(), WebhookSettings.clock(clock),
				beanFactory);
	}

	@Bean
	@ConditionalOnMissingBean
	EndedSessionValidator clerkEndedSessionValidator(EndedSessions sessions) {
		return new EndedSessionValidator(sessions);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(EndedSessionStore.class)
	EndedSessionPoller clerkEndedSessionPoller(EndedSessions sessions, EndedSessionStore store,
			ClerkEndedSessionsProperties properties, @Qualifier("clerkClock") ObjectProvider<Clock> clock) {
		return new EndedSessionPoller(sessions, store, properties.pollInterval(), WebhookSettings.clock(clock));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ JdbcTemplate.class, DataSourceScriptDatabaseInitializer.class })
	@ConditionalOnBean(ClerkDatabase.class)
	static class StoreConfiguration {

		@Bean
		@ConditionalOnMissingBean(EndedSessionStore.class)
		@DependsOnDatabaseInitialization
		JdbcEndedSessionStore clerkEndedSessionStore(ClerkDatabase database) {
			return new JdbcEndedSessionStore(database.jdbc(), database.transaction());
		}

		@Bean
		@Conditional(OnEndedSessionInitializationCondition.class)
		DataSourceScriptDatabaseInitializer clerkEndedSessionInitializer(ClerkDatabase database,
				ClerkEndedSessionsProperties properties) {
			return SchemaScripts.initializer(database.dataSource(), properties.initializeSchema(),
					List.of(JdbcEndedSessionStore.SCHEMA));
		}

	}

	static class OnEndedSessionInitializationCondition extends OnDatabaseInitializationCondition {

		OnEndedSessionInitializationCondition() {
			super("Clerk Ended Sessions", "clerk.ended-sessions.initialize-schema");
		}

	}

}
