package io.github.clerkspring.boot.sync;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

import io.github.clerkspring.boot.ClerkConfigurationException;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.webhook.sync.ClerkUserSync;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that rejects handlers of users,
 * organizations or memberships that would never be called.
 */
@AutoConfiguration(after = ClerkSyncAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass(ClerkUserSync.class)
@Conditional(OnSyncHandlerCondition.class)
@ConditionalOnMissingBean(ClerkUserSync.class)
public final class ClerkSyncRequirementAutoConfiguration {

	@Bean
	@Lazy(false)
	InitializingBean clerkSyncRequirement() {
		return () -> {
			throw new ClerkConfigurationException(
					"clerk.sync.tables: Keeping users in own tables needs one DataSource, spring-boot-starter-jdbc or "
							+ "-data-jpa, and the secret key of Clerk.",
					"Add what is missing, mark one of several data sources with @Primary or @ClerkDataSource, set "
							+ "'clerk.secret-key', or remove 'clerk.sync.tables' and the handlers of users, organizations and "
							+ "memberships. Next to R2DBC, Spring Boot does not configure a DataSource: declare a bean.");
		};
	}

}
