package io.github.clerkspring.boot.webhook;

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

	private static final OAuth2TokenValidatorResult ENDED = OAuth2TokenValidatorResult
		.failure(new OAuth2Error(BearerTokenErrorCodes.INVALID_TOKEN, "session-ended", null));

	private static final String SESSION_ID = "sid";

	private final EndedSessions sessions;

	EndedSessionValidator(EndedSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		return this.sessions.isEnded(token.getClaimAsString(SESSION_ID), token.getSubject()) ? ENDED
				: OAuth2TokenValidatorResult.success();
	}

}
