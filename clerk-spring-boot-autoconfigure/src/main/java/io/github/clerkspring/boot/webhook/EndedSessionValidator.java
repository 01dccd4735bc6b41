package io.github.clerkspring.boot.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;

import io.github.clerkspring.webhook.session.EndedSessions;

/**
 * Validator that rejects tokens of ended sessions. Validators are called for every use of
 * a token, including tokens in the cache.
 */
class EndedSessionValidator implements OAuth2TokenValidator<Jwt> {

	private static final Log logger = LogFactory.getLog(EndedSessionValidator.class);

	private static final OAuth2TokenValidatorResult ENDED = OAuth2TokenValidatorResult
		.failure(new OAuth2Error(BearerTokenErrorCodes.INVALID_TOKEN, "session-ended", null));

	private static final String SESSION_ID = "sid";

	private final EndedSessions sessions;

	private final AtomicBoolean warned = new AtomicBoolean();

	EndedSessionValidator(EndedSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		String sessionId = token.getClaimAsString(SESSION_ID);
		if (sessionId != null) {
			warnIfLongerThanRetention(token.getIssuedAt(), token.getExpiresAt());
		}
		return this.sessions.isEnded(sessionId, token.getSubject()) ? ENDED : OAuth2TokenValidatorResult.success();
	}

	private void warnIfLongerThanRetention(@Nullable Instant issuedAt, @Nullable Instant expiresAt) {
		if (issuedAt == null || expiresAt == null || !expiresAt.isAfter(issuedAt.plus(this.sessions.retention()))
				|| !this.warned.compareAndSet(false, true)) {
			return;
		}
		logger.warn("Session tokens are valid for " + Duration.between(issuedAt, expiresAt)
				+ ", but ended sessions are retained for " + this.sessions.retention()
				+ ": set 'clerk.ended-sessions.retention' to at least the lifetime of tokens");
	}

}
