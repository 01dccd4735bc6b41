package io.github.clerkspring.security;

/**
 * Types of tokens that can be accepted.
 */
public enum ClerkTokenType {

	/**
	 * Token of a user's session.
	 */
	SESSION("session_token"),

	/**
	 * Token of a machine that calls another machine (M2M).
	 */
	M2M("m2m_token"),

	/**
	 * OAuth access token, which a user granted to an OAuth application.
	 */
	OAUTH("oauth_token"),

	/**
	 * API key of a user or an organization.
	 */
	API_KEY("api_key");

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
