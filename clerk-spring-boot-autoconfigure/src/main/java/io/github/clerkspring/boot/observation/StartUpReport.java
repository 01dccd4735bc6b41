package io.github.clerkspring.boot.observation;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * Logs a single line with the configuration at startup, without secrets, and warns of
 * settings that are unsafe or have no effect.
 */
class StartUpReport implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(StartUpReport.class);

	// Without the classes of UriComponentsBuilder, which nothing else needs at startup
	private static final Pattern URL = Pattern
		.compile("(?<scheme>[^:/?#]+)://(?:[^/?#]*@)?(?<host>\\[[^]]*]|[^/?#:]*)(?<rest>[^?#]*).*", Pattern.DOTALL);

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[::1]", Pattern.CASE_INSENSITIVE);

	private final ClerkConnectionDetails connectionDetails;

	private final ClerkProperties properties;

	private final Supplier<@Nullable String> tokens;

	private final Environment environment;

	/**
	 * Create the report.
	 * @param connectionDetails the connection details of the instance
	 * @param properties the properties
	 * @param tokens the configuration of token verification, or {@code null} if tokens
	 * are not verified
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
		if (sendsLiveKeyInClear()) {
			logger
				.warn("""
						The secret key of a production instance is sent to %s without encryption: use a URL that begins with \
						https:// for 'clerk.api-url'"""
					.formatted(place(this.connectionDetails.apiUrl())));
		}
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
				: "not used, no secret key is configured";
	}

	private boolean sendsLiveKeyInClear() {
		ClerkSecretKey secretKey = this.connectionDetails.secretKey();
		Matcher url = URL.matcher(this.connectionDetails.apiUrl());
		return secretKey != null && secretKey.instanceType() == ClerkInstanceType.PRODUCTION && url.matches()
				&& "http".equalsIgnoreCase(url.group("scheme")) && !LOOPBACK.matcher(url.group("host")).matches();
	}

	// User info, query and fragment can contain secrets
	private static String place(String url) {
		Matcher matcher = URL.matcher(url);
		return (matcher.matches()) ? matcher.group("scheme") + "://" + matcher.group("host") + matcher.group("rest")
				: "a URL that is not absolute";
	}

	private static String name(Enum<?> instanceType) {
		return instanceType.name().toLowerCase(Locale.ROOT);
	}

}
