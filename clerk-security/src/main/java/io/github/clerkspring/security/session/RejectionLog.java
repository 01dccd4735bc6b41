package io.github.clerkspring.security.session;

import java.util.HashSet;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs why tokens are refused: each refusal at {@code DEBUG}, and a bounded number of
 * warnings, each of them once.
 */
final class RejectionLog {

	private static final Log logger = LogFactory.getLog(SessionTokenVerifier.class);

	private static final int MAX_WARNINGS = 20;

	private final Set<String> warned = new HashSet<>();

	void log(TokenRejectedException rejected) {
		if (logger.isDebugEnabled()) {
			logger.debug("Did not accept a session token: " + rejected.describe());
		}
		RejectionWarning warning = rejected.warning();
		if (warning != null && isNew(warning.key())) {
			logger.warn(warning.text());
		}
	}

	private synchronized boolean isNew(String key) {
		return this.warned.size() < MAX_WARNINGS && this.warned.add(key);
	}

}
