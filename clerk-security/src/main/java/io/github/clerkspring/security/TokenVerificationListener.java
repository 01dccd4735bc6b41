package io.github.clerkspring.security;

/**
 * Listener that is notified of each verification of a token, on the thread that verifies
 * it. It must not block.
 */
@FunctionalInterface
public interface TokenVerificationListener {

	/**
	 * Handle a verification.
	 * @param verification the outcome
	 */
	void onVerification(TokenVerification verification);

}
