package io.github.clerkspring.security;

/**
 * Reason for the rejection of a token. The set of reasons is fixed, and the values are
 * Clerk's own where Clerk has one.
 */
public enum TokenRejection {

	/**
	 * The token is malformed or contains forbidden header parameters.
	 */
	TOKEN_INVALID("token-invalid"),

	/**
	 * The token has too many characters. Clerk has no value for this.
	 */
	TOKEN_TOO_LONG("token-too-long"),

	/**
	 * The token is of another type: a machine token, a template token, a token of another
	 * service.
	 */
	TOKEN_TYPE_MISMATCH("token-type-mismatch"),

	/**
	 * The token is signed with an algorithm other than RS256.
	 */
	TOKEN_INVALID_ALGORITHM("token-invalid-algorithm"),

	/**
	 * The signature is invalid.
	 */
	TOKEN_INVALID_SIGNATURE("token-invalid-signature"),

	/**
	 * A claim is missing or invalid.
	 */
	TOKEN_VERIFICATION_FAILED("token-verification-failed"),

	/**
	 * The authorized party is missing or not accepted.
	 */
	TOKEN_INVALID_AUTHORIZED_PARTIES("token-invalid-authorized-parties"),

	/**
	 * The issuer is missing or not accepted.
	 */
	TOKEN_INVALID_ISSUER("token-invalid-issuer"),

	/**
	 * The token is expired.
	 */
	TOKEN_EXPIRED("token-expired"),

	/**
	 * The token is not valid yet.
	 */
	TOKEN_NOT_ACTIVE_YET("token-not-active-yet"),

	/**
	 * The token was issued in the future.
	 */
	TOKEN_IAT_IN_THE_FUTURE("token-iat-in-the-future"),

	/**
	 * The session is pending: the user has to complete a task first. Clerk has no value
	 * for this.
	 */
	SESSION_PENDING("session-pending"),

	/**
	 * A validator of the application rejected the token or failed. Clerk has no value for
	 * this.
	 */
	TOKEN_REFUSED_BY_VALIDATOR("token-refused-by-validator"),

	/**
	 * No key has the key id of the token.
	 */
	JWK_KID_MISMATCH("jwk-kid-mismatch"),

	/**
	 * The keys could not be fetched.
	 */
	JWK_REMOTE_FAILED_TO_LOAD("jwk-remote-failed-to-load"),

	/**
	 * The response of the key server is not a key set.
	 */
	JWK_REMOTE_INVALID("jwk-remote-invalid"),

	/**
	 * Clerk rejected the secret key.
	 */
	SECRET_KEY_INVALID("secret-key-invalid"),

	/**
	 * Clerk failed to verify an opaque token, or did not respond in time.
	 */
	UNEXPECTED_ERROR("unexpected-error"),

	/**
	 * Too many opaque tokens are being verified by Clerk at this moment. Clerk has no
	 * value for this.
	 */
	TOO_MANY_VERIFICATIONS("too-many-verifications");

	private final String value;

	TokenRejection(String value) {
		this.value = value;
	}

	/**
	 * Return Clerk's value for the reason.
	 * @return a name such as {@code token-expired}
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Return whether the token could not be verified, because of the keys or because of
	 * Clerk.
	 * @return whether the token may be valid
	 */
	public boolean isUnavailable() {
		return switch (this) {
			case JWK_REMOTE_FAILED_TO_LOAD, JWK_REMOTE_INVALID, SECRET_KEY_INVALID, UNEXPECTED_ERROR,
					TOO_MANY_VERIFICATIONS ->
				true;
			default -> false;
		};
	}

}
