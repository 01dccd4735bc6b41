package io.github.clerkspring.boot.sync;

import java.util.concurrent.TimeoutException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.webhook.LoggedFailure;

/**
 * Common parts of the filters that store users on their first request.
 */
final class JustInTimeOutcome {

	/** After Spring Security, which has order -100 on both stacks. */
	static final int FILTER_ORDER = -90;

	static final String CHALLENGE_HEADER = HttpHeaders.WWW_AUTHENTICATE;

	static final String CHALLENGE = "Bearer error=\"invalid_token\"";

	static final HttpStatus DELETED = HttpStatus.UNAUTHORIZED;

	static final HttpStatus UNAVAILABLE = HttpStatus.SERVICE_UNAVAILABLE;

	private static final Log logger = LogFactory.getLog(JustInTimeOutcome.class);

	private JustInTimeOutcome() {
	}

	static @Nullable String userId(@Nullable Authentication authentication) {
		return (authentication != null && authentication.isAuthenticated()
				&& authentication.getPrincipal() instanceof ClerkSession session) ? session.userId() : null;
	}

	static void failed(String userId, Throwable failure) {
		if (failure instanceof TimeoutException) {
			logger.warn("User " + userId + " is not stored in time; the response is 503");
		}
		else {
			logger.error("User " + userId + " is not stored; the response is 503", LoggedFailure.of(failure));
		}
	}

}
