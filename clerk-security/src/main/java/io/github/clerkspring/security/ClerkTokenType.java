package io.github.clerkspring.security;

/**
 * Kinds of token that Clerk gives out and that are accepted here.
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
	 * Return Clerk's name of this kind.
	 * @return a short name, such as {@code session_token}
	 */
	public String value() {
		return this.value;
	}

}
