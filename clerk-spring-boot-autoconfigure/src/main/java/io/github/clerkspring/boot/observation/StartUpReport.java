package io.github.clerkspring.boot.observation;

import java.util.Locale;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.observation.ClerkStartUpReportAutoConfiguration.AcceptedTokens;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * Logs one line at start that says what was configured. It holds no secret.
 */
class StartUpReport implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(StartUpReport.class);

	private final ClerkConnectionDetails connectionDetails;

	private final ClerkProperties properties;

	private final AcceptedTokens tokens;

	StartUpReport(ClerkConnectionDetails connectionDetails, ClerkProperties properties, AcceptedTokens tokens) {
		this.connectionDetails = connectionDetails;
		this.properties = properties;
		this.tokens = tokens;
	}

	@Override
	public void afterSingletonsInstantiated() {
		logger.info("Clerk: " + instance() + "; API " + api() + "; " + this.tokens.description());
	}

	private String instance() {
		ClerkPublishableKey publishableKey = this.connectionDetails.publishableKey();
		if (publishableKey != null) {
			return name(publishableKey.instanceType()) + " instance " + publishableKey.frontendApiHost();
		}
		ClerkSecretKey secretKey = this.connectionDetails.secretKey();
		return (secretKey != null) ? name(secretKey.instanceType()) + " instance" : "instance of a configured key";
	}

	private String api() {
		return (this.connectionDetails.secretKey() != null)
				? this.connectionDetails.apiUrl() + " version " + this.properties.client().apiVersion()
				: "not used, there is no secret key";
	}

	private static String name(Enum<?> instanceType) {
		return instanceType.name().toLowerCase(Locale.ROOT);
	}

}
