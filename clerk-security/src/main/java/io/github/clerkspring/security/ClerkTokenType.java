package io.github.clerkspring.security;

/**
 * Types of tokens that can be accepted.
 */
public enum ClerkTokenType {

	/**
	 * Token of a user's session.
	 */
	SESSION("session_token");

	private final String value;

	ClerkTokenType(String value) {
		this.value = value;
	}

	/**
	 * Return Clerk's name of this type.
	 * @return a name such as {@code session_token}
	 */
	public String value() {
		return this.value;
	}

}
