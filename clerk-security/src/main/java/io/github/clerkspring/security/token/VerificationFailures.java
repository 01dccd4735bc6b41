package io.github.clerkspring.security.token;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;

/**
 * Reports failed verifications to the log and the listeners, and converts them to
 * exceptions with a constant message. Each failure is logged at {@code DEBUG}, and a
 * bounded number of warnings, each of them once.
 */
final class VerificationFailures {

	private static final Log logger = LogFactory.getLog(SignedTokenVerifier.class);

	private static final int MAX_WARNINGS = 20;

	private final ClerkTokenType tokenType;

	private final TokenVerificationListeners listeners;

	private final String prefix;

	private final Set<String> warned = new HashSet<>();

	VerificationFailures(ClerkTokenType tokenType, TokenVerificationListeners listeners) {
		this.tokenType = tokenType;
		this.listeners = listeners;
		String article = (tokenType == ClerkTokenType.SESSION) ? "a " : "an ";
		this.prefix = "Did not accept " + article + tokenType.value().replace('_', ' ') + ": ";
	}

	JwtException report(RuntimeException ex) {
		if (ex instanceof ClerkUnavailableException failure) {
			logger.debug(this.prefix + failure.rejection().value());
			logger.trace("There are no keys", failure);
			notifyListeners(failure.rejection());
			return failure;
		}
		if (ex instanceof TokenRejectedException rejected) {
			return reject(rejected);
		}
		logger.warn(
				"Refused a token because its verification failed unexpectedly with " + UnexpectedFailure.describe(ex));
		return reject(new TokenRejectedException(TokenRejection.TOKEN_VERIFICATION_FAILED));
	}

	private JwtValidationException reject(TokenRejectedException rejected) {
		log(rejected);
		notifyListeners(rejected.rejection());
		List<OAuth2Error> errors = new ArrayList<>();
		errors.add(new OAuth2Error(BearerTokenErrorCodes.INVALID_TOKEN, rejected.rejection().value(), null));
		errors.addAll(rejected.errors());
		return new JwtValidationException("The token is not valid", errors);
	}

	private void log(TokenRejectedException rejected) {
		if (logger.isDebugEnabled()) {
			logger.debug(this.prefix + rejected.describe());
		}
		RejectionWarning warning = rejected.warning();
		if (warning != null && isNew(warning.key())) {
			logger.warn(warning.text());
		}
	}

	private synchronized boolean isNew(String key) {
		return this.warned.size() < MAX_WARNINGS && this.warned.add(key);
	}

	private void notifyListeners(TokenRejection rejection) {
		this.listeners.onVerification(new TokenVerification(this.tokenType, rejection, false, false));
	}

}
