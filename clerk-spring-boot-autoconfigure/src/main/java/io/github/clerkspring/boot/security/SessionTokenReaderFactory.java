package io.github.clerkspring.boot.security;

import java.time.Clock;
import java.util.function.Supplier;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ClerkSetting;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.web.SessionTokenReader;

/**
 * Factory for the {@link SessionTokenReader} of the properties.
 */
class SessionTokenReaderFactory {

	private final ClerkConnectionDetails connectionDetails;

	private final ClerkProperties properties;

	private final Clock clock;

	SessionTokenReaderFactory(ClerkConnectionDetails connectionDetails, ClerkProperties properties, Clock clock) {
		this.connectionDetails = connectionDetails;
		this.properties = properties;
		this.clock = clock;
	}

	SessionTokenReader create(Supplier<SessionTokenRules> rules) {
		if (!this.properties.session().cookie().enabled() || !AcceptedTokens.isSessionAccepted(this.properties)) {
			return SessionTokenReader.headerOnly();
		}
		ClerkPublishableKey publishableKey = this.connectionDetails.publishableKey();
		if (publishableKey == null) {
			throw ClerkSetting.PUBLISHABLE_KEY.exception(
					"'clerk.session.cookie.enabled' is set, but no key is configured from which the name of the cookie can be derived");
		}
		return SessionTokenReader.headerAndCookies(publishableKey, rules.get(), this.clock);
	}

}
