package io.github.clerkspring.security;

/**
 * Why a token was not accepted. This list is closed, and its values are Clerk's own
 * wherever Clerk has one.
 */
public enum TokenRejection {

	/**
	 * The token is no token, or has members that none may have.
	 */
	TOKEN_INVALID("token-invalid"),

	/**
	 * The token has more characters than are read. Clerk has no value for this.
	 */
	TOKEN_TOO_LONG("token-too-long"),

	/**
	 * The token is good for something else: a machine, a template, another service.
	 */
	TOKEN_TYPE_MISMATCH("token-type-mismatch"),

	/**
	 * The token is signed with an algorithm other than RS256.
	 */
	TOKEN_INVALID_ALGORITHM("token-invalid-algorithm"),

	/**
	 * The signature does not belong to the token and the key.
	 */
	TOKEN_INVALID_SIGNATURE("token-invalid-signature"),

	/**
	 * A claim is missing or has the wrong form.
	 */
	TOKEN_VERIFICATION_FAILED("token-verification-failed"),

	/**
	 * The token was made for another application, or does not say for which.
	 */
	TOKEN_INVALID_AUTHORIZED_PARTIES("token-invalid-authorized-parties"),

	/**
	 * The token was issued by somebody else.
	 */
	TOKEN_INVALID_ISSUER("token-invalid-issuer"),

	/**
	 * The token is too old.
	 */
	TOKEN_EXPIRED("token-expired"),

	/**
	 * The token is not valid yet.
	 */
	TOKEN_NOT_ACTIVE_YET("token-not-active-yet"),

	/**
	 * The token was issued later than now.
	 */
	TOKEN_IAT_IN_THE_FUTURE("token-iat-in-the-future"),

	/**
	 * The user has something left to do before the session counts. Clerk has no value for
	 * this.
	 */
	SESSION_PENDING("session-pending"),

	/**
	 * A validator of the application refuses the token, or failed. Clerk has no value for
	 * this.
	 */
	TOKEN_REFUSED_BY_VALIDATOR("token-refused-by-validator"),

	/**
	 * No key has the id that the token names.
	 */
	JWK_KID_MISMATCH("jwk-kid-mismatch"),

	/**
	 * The keys could not be fetched.
	 */
	JWK_REMOTE_FAILED_TO_LOAD("jwk-remote-failed-to-load"),

	/**
	 * What was fetched holds no key that can be used.
	 */
	JWK_REMOTE_INVALID("jwk-remote-invalid"),

	/**
	 * Clerk refused the secret key when the keys were fetched.
	 */
	SECRET_KEY_INVALID("secret-key-invalid");

	private final String value;

	TokenRejection(String value) {
		this.value = value;
	}

	/**
	 * Return the reason as Clerk writes it.
	 * @return a short name, such as {@code token-expired}
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Tell whether the keys were the trouble, so that nothing is known about the token.
	 * @return whether this is no fault of the caller
	 */
	public boolean isKeyTrouble() {
		return this == JWK_REMOTE_FAILED_TO_LOAD || this == JWK_REMOTE_INVALID || this == SECRET_KEY_INVALID;
	}

}
