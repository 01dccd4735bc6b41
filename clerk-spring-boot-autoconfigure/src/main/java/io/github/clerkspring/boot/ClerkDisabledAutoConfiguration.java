package io.github.clerkspring.boot;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for applications that disable Clerk.
 * It logs a single line.
 */
@AutoConfiguration
@ConditionalOnClerkEnabled(false)
public final class ClerkDisabledAutoConfiguration {

	private static final Log logger = LogFactory.getLog(ClerkDisabledAutoConfiguration.class);

	ClerkDisabledAutoConfiguration() {
		logger.info("Clerk is disabled by 'clerk.enabled': no client is created and no tokens are verified");
	}

}
