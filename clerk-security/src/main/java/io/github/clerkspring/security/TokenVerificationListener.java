package io.github.clerkspring.security;

/**
 * Is told about each verification of a token. It is called on the thread that verifies,
 * so it must neither block nor throw.
 */
@FunctionalInterface
public interface TokenVerificationListener {

	/**
	 * A token was verified, or was not.
	 * @param verification the outcome
	 */
	void onVerification(TokenVerification verification);

}
