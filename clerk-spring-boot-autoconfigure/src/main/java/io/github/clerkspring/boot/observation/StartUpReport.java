package io.github.clerkspring.boot.observation;

import java.util.Locale;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.web.util.UriComponentsBuilder;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * Logs the configuration in one line at start, without secrets.
 */
class StartUpReport implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(StartUpReport.class);

	private final ClerkConnectionDetails connectionDetails;

	private final ClerkProperties properties;

	private final Supplier<@Nullable String> tokens;

	private final Environment environment;

	/**
	 * Create the report.
	 * @param connectionDetails the instance
	 * @param properties the properties
	 * @param tokens the tokens that are accepted and the source of the keys, or
	 * {@code null} if no tokens are verified
	 * @param environment the environment
	 */
	StartUpReport(ClerkConnectionDetails connectionDetails, ClerkProperties properties,
			Supplier<@Nullable String> tokens, Environment environment) {
		this.connectionDetails = connectionDetails;
		this.properties = properties;
		this.tokens = tokens;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		String accepted = this.tokens.get();
		logger.info("Clerk: " + instance() + "; API " + api() + "; "
				+ ((accepted != null) ? accepted : "no tokens are verified"));
		UnusedSetting.in(this.environment).forEach((setting) -> logger.warn(setting.warning()));
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
				? place(this.connectionDetails.apiUrl()) + " version " + this.properties.client().apiVersion()
				: "not used, there is no secret key";
	}

	// User info, query and fragment may be secret
	private static String place(String url) {
		return UriComponentsBuilder.fromUriString(url).userInfo(null).replaceQuery(null).fragment(null).toUriString();
	}

	private static String name(Enum<?> instanceType) {
		return instanceType.name().toLowerCase(Locale.ROOT);
	}

}
