package io.github.clerkspring.boot.actuate;

import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorAutoConfiguration;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link ClerkInfoContributor}.
 */
@AutoConfiguration(after = { ClerkAutoConfiguration.class, InfoContributorAutoConfiguration.class })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ InfoContributor.class, ConditionalOnEnabledInfoContributor.class })
@ConditionalOnBean(ClerkConnectionDetails.class)
@ConditionalOnEnabledInfoContributor("clerk")
public final class ClerkInfoContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClerkInfoContributor clerkInfoContributor(ClerkConnectionDetails connectionDetails, ClerkProperties properties) {
		return new ClerkInfoContributor(connectionDetails, properties);
	}

}
