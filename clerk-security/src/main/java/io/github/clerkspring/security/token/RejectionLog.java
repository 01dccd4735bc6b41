package io.github.clerkspring.security.token;

import java.util.HashSet;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;

/**
 * Logs why tokens are rejected: each rejection at {@code DEBUG}, and a bounded number of
 * warnings, each of them once.
 */
final class RejectionLog {

	private static final Log logger = LogFactory.getLog(SignedTokenVerifier.class);

	private static final int MAX_WARNINGS = 20;

	private final String prefix;

	private final Set<String> warned = new HashSet<>();

	RejectionLog(ClerkTokenType tokenType) {
		String article = (tokenType == ClerkTokenType.SESSION) ? "a " : "an ";
		this.prefix = "Did not accept " + article + tokenType.value().replace('_', ' ') + ": ";
	}

	void log(TokenRejectedException rejected) {
		if (logger.isDebugEnabled()) {
			logger.debug(this.prefix + rejected.describe());
		}
		RejectionWarning warning = rejected.warning();
		if (warning != null && isNew(warning.key())) {
			logger.warn(warning.text());
		}
	}

	void log(ClerkUnavailableException failure) {
		logger.debug(this.prefix + failure.rejection().value());
		logger.trace("There are no keys", failure);
	}

	private synchronized boolean isNew(String key) {
		return this.warned.size() < MAX_WARNINGS && this.warned.add(key);
	}

}
