package io.github.clerkspring.security.machine.opaque;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.TokenRejection;

/**
 * Form of the opaque tokens of a type, and of the operation that verifies them.
 */
enum OpaqueTokenFormat {

	/**
	 * Tokens of machines.
	 */
	M2M(ClerkTokenType.M2M, "mt_", "/m2m_tokens/verify", "token", "machine_to_machine_token", "mch"),

	/**
	 * OAuth access tokens.
	 */
	OAUTH(ClerkTokenType.OAUTH, "oat_", "/oauth_applications/access_tokens/verify", "access_token",
			"clerk_idp_oauth_access_token", "user"),

	/**
	 * API keys.
	 */
	API_KEY(ClerkTokenType.API_KEY, "ak_", "/api_keys/verify", "secret", "api_key", "user", "org", "mch");

	/**
	 * Maximum length of a token. Clerk's tokens have about 50 characters.
	 */
	static final int MAX_LENGTH = 256;

	// Clerk's own examples of API keys are in standard base64 with padding
	private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_+/-]{16,}={0,2}");

	private static final String ID_SUFFIX = "_[A-Za-z0-9]{1,100}";

	private final ClerkTokenType tokenType;

	private final String prefix;

	private final String path;

	private final String parameter;

	private final String object;

	private final Pattern id;

	private final Pattern subject;

	OpaqueTokenFormat(ClerkTokenType tokenType, String prefix, String path, String parameter, String object,
			String... subjects) {
		this.tokenType = tokenType;
		this.prefix = prefix;
		this.path = path;
		this.parameter = parameter;
		this.object = object;
		this.id = Pattern.compile(prefix + "[A-Za-z0-9]{1,100}");
		this.subject = Pattern
			.compile(Set.of(subjects).stream().collect(Collectors.joining("|", "(", ")")) + ID_SUFFIX);
	}

	/**
	 * Return the format of a type.
	 * @param tokenType the type of the token
	 * @return the format
	 * @throws IllegalArgumentException if there are no opaque tokens of this type
	 */
	static OpaqueTokenFormat of(ClerkTokenType tokenType) {
		return switch (tokenType) {
			case M2M -> M2M;
			case OAUTH -> OAUTH;
			case API_KEY -> API_KEY;
			case SESSION -> throw new IllegalArgumentException("A session token is not opaque");
		};
	}

	/**
	 * Check the length, the prefix and the alphabet of a token.
	 * @param token the token
	 * @return the reason if it cannot be a token of this type, else {@code null}
	 */
	@Nullable TokenRejection check(@Nullable String token) {
		if (token == null) {
			return TokenRejection.TOKEN_INVALID;
		}
		if (token.length() > MAX_LENGTH) {
			return TokenRejection.TOKEN_TOO_LONG;
		}
		if (!token.startsWith(this.prefix)) {
			return TokenRejection.TOKEN_TYPE_MISMATCH;
		}
		boolean matches = SECRET.matcher(token).region(this.prefix.length(), token.length()).matches();
		return (matches) ? null : TokenRejection.TOKEN_INVALID;
	}

	/**
	 * Return the body of the request to verify a token. The alphabet of tokens contains
	 * no character that JSON escapes.
	 * @param token a token of this format
	 * @return a JSON object
	 */
	byte[] requestBody(String token) {
		return ("{\"" + this.parameter + "\":\"" + token + "\"}").getBytes(StandardCharsets.US_ASCII);
	}

	boolean isId(String text) {
		return this.id.matcher(text).matches();
	}

	boolean isSubject(String text) {
		return this.subject.matcher(text).matches();
	}

	ClerkTokenType tokenType() {
		return this.tokenType;
	}

	String path() {
		return this.path;
	}

	/**
	 * Return the value of the member {@code object} in a response.
	 * @return a name
	 */
	String object() {
		return this.object;
	}

	/**
	 * Return the name for the log.
	 * @return a name such as {@code m2m token}
	 */
	String label() {
		return this.tokenType.value().replace('_', ' ');
	}

}
