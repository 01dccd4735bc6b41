package io.github.clerkspring.security.machine;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Determines the type of a token before its verification: by the prefix of an opaque
 * token, else by header and subject of a signed token. All other texts are session
 * tokens. The verification of the type that was found checks the type again.
 */
public final class TokenTypeReader {

	private static final String M2M_PREFIX = "mt_";

	private static final String OAUTH_PREFIX = "oat_";

	private static final String API_KEY_PREFIX = "ak_";

	private static final String MACHINE_ID_PREFIX = "mch_";

	private static final Set<String> OAUTH_HEADER_TYPES = Set.of("at+jwt", "application/at+jwt");

	private TokenTypeReader() {
	}

	/**
	 * Return the type of a token.
	 * @param token the token, which is not verified
	 * @return the type
	 */
	public static ClerkTokenType read(String token) {
		return read(UnverifiedToken.of(token));
	}

	static ClerkTokenType read(UnverifiedToken token) {
		ClerkTokenType opaque = readPrefix(token.text());
		if (opaque != null) {
			return opaque;
		}
		if (token.text().endsWith(".")) {
			// Without signature, no form of a machine token
			return ClerkTokenType.SESSION;
		}
		String subject = token.subject();
		if (subject != null && subject.startsWith(MACHINE_ID_PREFIX)) {
			return ClerkTokenType.M2M;
		}
		String headerType = token.headerType();
		return (headerType != null && OAUTH_HEADER_TYPES.contains(headerType)) ? ClerkTokenType.OAUTH
				: ClerkTokenType.SESSION;
	}

	/**
	 * Return whether a token is opaque, so that only Clerk can verify it.
	 * @param token the token
	 * @return whether it has the prefix of an opaque token
	 */
	static boolean isOpaque(String token) {
		return readPrefix(token) != null;
	}

	private static @Nullable ClerkTokenType readPrefix(String token) {
		if (token.startsWith(M2M_PREFIX)) {
			return ClerkTokenType.M2M;
		}
		if (token.startsWith(OAUTH_PREFIX)) {
			return ClerkTokenType.OAUTH;
		}
		return (token.startsWith(API_KEY_PREFIX)) ? ClerkTokenType.API_KEY : null;
	}

}
