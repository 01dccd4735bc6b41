package io.github.clerkspring.boot.security;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ClerkSetting;
import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.session.SessionTokenRules;

/**
 * Factory for the {@link SessionTokenRules} of the properties.
 */
class SessionTokenRulesFactory {

	private static final Log logger = LogFactory.getLog(SessionTokenRulesFactory.class);

	private final ClerkConnectionDetails connectionDetails;

	private final ClerkProperties.Session session;

	SessionTokenRulesFactory(ClerkConnectionDetails connectionDetails, ClerkProperties.Session session) {
		this.connectionDetails = connectionDetails;
		this.session = session;
	}

	SessionTokenRules create() {
		List<String> parties = this.session.authorizedParties();
		if (parties.isEmpty() && isProduction()) {
			logger.warn("'clerk.session.authorized-parties' is not set, so session tokens that Clerk made for any "
					+ "application of this production instance are accepted. Set it to the origins of your front ends");
		}
		return SessionTokenRules.forIssuers(issuers())
			.withAuthorizedParties(parties)
			.withMissingAuthorizedPartyAllowed(this.session.allowMissingAzp())
			.withAudience(this.session.audience())
			.withClockSkew(this.session.clockSkew())
			.withPendingAccepted(this.session.acceptPending());
	}

	private boolean isProduction() {
		ClerkPublishableKey publishableKey = this.connectionDetails.publishableKey();
		return publishableKey != null && publishableKey.instanceType() == ClerkInstanceType.PRODUCTION;
	}

	private List<String> issuers() {
		List<String> configured = this.session.issuer();
		if (!configured.isEmpty()) {
			return configured;
		}
		List<String> issuers = Stream.of(publishableKeyIssuer(), this.connectionDetails.proxyUrl())
			.filter(Objects::nonNull)
			.map(Object::toString)
			.toList();
		if (issuers.isEmpty()) {
			throw ClerkSetting.PUBLISHABLE_KEY.exception(
					"Neither 'clerk.session.issuer' nor a key from which the issuer of tokens can be derived is configured");
		}
		return issuers;
	}

	private @Nullable String publishableKeyIssuer() {
		ClerkPublishableKey publishableKey = this.connectionDetails.publishableKey();
		return (publishableKey != null) ? publishableKey.issuer() : null;
	}

}
