package io.github.clerkspring.security.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.machine.TokenTypeReader;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Reads the session token of a request, for both stacks, from the {@code Authorization}
 * header and, if cookies are accepted, from Clerk's cookies. A cookie does not replace a
 * malformed bearer header: the request is rejected.
 */
public final class SessionTokenReader {

	/**
	 * Result for a malformed header or cookie. Every decoder rejects it, so that
	 * response, events and listeners are the same as for an invalid token.
	 */
	public static final String MALFORMED = "malformed";

	private static final Log logger = LogFactory.getLog(SessionTokenReader.class);

	private static final String SCHEME = "Bearer";

	/**
	 * Whether each character of ASCII may be part of a token.
	 */
	private static final boolean[] TOKEN_CHARACTERS = tokenCharacters();

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private final @Nullable SessionCookies cookies;

	private final Set<String> authorizedParties;

	private SessionTokenReader(@Nullable SessionCookies cookies, Set<String> authorizedParties) {
		this.cookies = cookies;
		this.authorizedParties = authorizedParties;
	}

	/**
	 * Read tokens from the header only.
	 * @return a reader
	 */
	public static SessionTokenReader headerOnly() {
		return new SessionTokenReader(null, Set.of());
	}

	/**
	 * Read tokens from the header, or from Clerk's cookies if there is no header.
	 * Browsers send cookies with requests of other sites, so cookies are accepted only
	 * for safe methods, and for requests whose {@code Origin} is an authorized party.
	 * @param publishableKey the key that determines the names of the cookies
	 * @param rules rules with issuers and authorized parties
	 * @param clock the clock
	 * @return a reader
	 */
	public static SessionTokenReader headerAndCookies(ClerkPublishableKey publishableKey, SessionTokenRules rules,
			Clock clock) {
		Assert.notNull(publishableKey, "publishableKey must not be null");
		return new SessionTokenReader(new SessionCookies(publishableKey, rules, clock), rules.authorizedParties());
	}

	/**
	 * Read the token of a request.
	 * @param request the request
	 * @return the token, which is not verified; {@link #MALFORMED} if a header or cookie
	 * is malformed; {@code null} if there is no token
	 */
	public @Nullable String read(RequestView request) {
		List<String> values = request.headers(HttpHeaders.AUTHORIZATION);
		if (!containsBearer(values)) {
			return readCookie(request);
		}
		if (values.size() > 1) {
			return malformed("several Authorization headers");
		}
		return readHeader(values.get(0));
	}

	private static boolean containsBearer(List<String> values) {
		for (String value : values) {
			if (isBearer(value)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isBearer(String value) {
		return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
				&& (value.length() == SCHEME.length() || value.charAt(SCHEME.length()) <= ' ');
	}

	private static String readHeader(String value) {
		String token = value.substring(Math.min(value.length(), SCHEME.length() + 1));
		if (token.isEmpty() || value.charAt(SCHEME.length()) != ' ' || !isToken(token)) {
			return malformed("a malformed Authorization header");
		}
		return token;
	}

	private static boolean isToken(String token) {
		for (int i = 0; i < token.length(); i++) {
			char character = token.charAt(i);
			if (character >= TOKEN_CHARACTERS.length || !TOKEN_CHARACTERS[character]) {
				return false;
			}
		}
		return true;
	}

	private static boolean[] tokenCharacters() {
		boolean[] characters = new boolean[128];
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=".chars()
			.forEach((character) -> characters[character] = true);
		return characters;
	}

	private @Nullable String readCookie(RequestView request) {
		if (this.cookies == null || !isCookieAllowed(request)) {
			return null;
		}
		String token = this.cookies.choose(request);
		if (token == null) {
			return null;
		}
		// Only Clerk's front end sets these cookies, to session tokens
		if (!isToken(token) || TokenTypeReader.read(token) != ClerkTokenType.SESSION
				|| (!this.authorizedParties.isEmpty() && !UnverifiedToken.of(token).hasAuthorizedParty())) {
			return malformed("a session cookie that is malformed, is no session token or has no authorized party");
		}
		return token;
	}

	private boolean isCookieAllowed(RequestView request) {
		List<String> origins = request.headers(HttpHeaders.ORIGIN);
		if (origins.size() == 1 && this.authorizedParties.contains(origins.get(0))) {
			return true;
		}
		// Browsers open web sockets to any site with GET and cookies
		return SAFE_METHODS.contains(request.method()) && request.headers(HttpHeaders.UPGRADE).isEmpty();
	}

	private static String malformed(String what) {
		logger.debug("Found " + what);
		return MALFORMED;
	}

}
