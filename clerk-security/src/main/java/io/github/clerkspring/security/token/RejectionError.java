package io.github.clerkspring.security.token;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;

import io.github.clerkspring.security.TokenRejection;

/**
 * Error of a validator of Clerk's tokens: a {@link TokenRejection}, and a detail for the
 * log that callers do not receive.
 */
public final class RejectionError extends OAuth2Error {

	private final TokenRejection rejection;

	private final String detail;

	private final @Nullable RejectionWarning warning;

	private RejectionError(TokenRejection rejection, String detail, @Nullable RejectionWarning warning) {
		super(BearerTokenErrorCodes.INVALID_TOKEN, rejection.value(), null);
		this.rejection = rejection;
		this.detail = detail;
		this.warning = warning;
	}

	/**
	 * Create an error.
	 * @param rejection the reason
	 * @param detail a detail for the log, without values of the token
	 * @return the error
	 */
	public static RejectionError of(TokenRejection rejection, String detail) {
		return new RejectionError(rejection, detail, null);
	}

	/**
	 * Create an error for a claim whose value is not accepted.
	 * @param rejection the reason
	 * @param claims the claims of the token
	 * @param name the name of the claim
	 * @param accepted the accepted values
	 * @return the error
	 */
	public static RejectionError ofClaim(TokenRejection rejection, Map<String, Object> claims, String name,
			Collection<String> accepted) {
		return of(rejection, LoggedValue.describe(claims, name) + ", " + LoggedValue.accepted(accepted));
	}

	/**
	 * Log a warning in addition, once for each detail.
	 * @param property the property with the accepted values
	 * @return an error with the warning
	 */
	public RejectionError withWarning(String property) {
		return new RejectionError(this.rejection, this.detail,
				new RejectionWarning(this.detail, "Refused a token that has a valid signature: " + this.detail + " ("
						+ property + "). This is logged once for each value"));
	}

	/**
	 * Return this error as the result of a validator.
	 * @return a failure
	 */
	public OAuth2TokenValidatorResult asResult() {
		return OAuth2TokenValidatorResult.failure(this);
	}

	TokenRejectedException asException() {
		return new TokenRejectedException(this.rejection, () -> this.detail, this.warning);
	}

}
