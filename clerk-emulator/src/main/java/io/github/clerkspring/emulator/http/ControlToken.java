package io.github.clerkspring.emulator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * The secret that opens the control and the console where callers of other machines can
 * reach them.
 */
public final class ControlToken {

	private static final int BYTES = 24;

	private final @Nullable String value;

	private final boolean given;

	private ControlToken(@Nullable String value, boolean given) {
		this.value = value;
		this.given = given;
	}

	/**
	 * The token that was given; without one, none on loopback and a random one elsewhere.
	 * @param given the token of the options, or null
	 * @param host the interface that the emulator listens on
	 * @return the token
	 */
	public static ControlToken of(@Nullable String given, String host) {
		if (given != null) {
			return new ControlToken(given, true);
		}
		return new ControlToken((CallerCheck.isLoopback(host)) ? null : random(), false);
	}

	/**
	 * Checks the form of a token.
	 * @param token the token
	 * @throws IllegalArgumentException if it can be guessed or is no header value
	 */
	public static void check(String token) {
		if (!token.matches("[\\x21-\\x7e]{16,256}")) {
			throw new IllegalArgumentException(
					"A control token has 16 to 256 visible ASCII characters, and no spaces between them");
		}
	}

	public @Nullable String value() {
		return this.value;
	}

	public boolean isGiven() {
		return this.given;
	}

	/**
	 * Whether a program may steer the emulator.
	 * @param authorization the header, or null
	 * @return true if no token is needed or this is the one
	 */
	public boolean acceptsBearer(@Nullable String authorization) {
		return this.value == null || accepts("Bearer ", authorization);
	}

	/**
	 * Whether a browser may open the console. Basic authentication keeps the token out of
	 * URLs, and out of cookies, which other ports of the host would receive.
	 * @param authorization the header, or null
	 * @return true if no token is needed or this is the one
	 */
	public boolean acceptsBasic(@Nullable String authorization) {
		return this.value == null || accepts("Basic ", decode(authorization));
	}

	private boolean accepts(String scheme, @Nullable String authorization) {
		return this.value != null && authorization != null && MessageDigest.isEqual(
				(scheme + this.value).getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
	}

	private static @Nullable String decode(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith("Basic ")) {
			return null;
		}
		try {
			byte[] decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()).trim());
			return "Basic " + new String(decoded, StandardCharsets.UTF_8).replaceFirst("^[^:]*:", "");
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String random() {
		byte[] bytes = new byte[BYTES];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
