package io.github.clerkspring.client.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * Publishable key of a Clerk instance. It encodes the host of the Frontend API, from
 * which the token issuer and the location of the key set are derived. It is not a secret.
 */
public final class ClerkPublishableKey {

	private static final Pattern FORMAT = Pattern.compile("pk_(?<type>test|live)_(?<host>[A-Za-z0-9+/]+={0,2})");

	private static final Pattern HOST = Pattern
		.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

	private static final int COOKIE_SUFFIX_LENGTH = 8;

	private final String value;

	private final ClerkInstanceType instanceType;

	private final String frontendApiHost;

	private ClerkPublishableKey(String value, ClerkInstanceType instanceType, String frontendApiHost) {
		this.value = value;
		this.instanceType = instanceType;
		this.frontendApiHost = frontendApiHost;
	}

	/**
	 * Parse a publishable key.
	 * @param value the key, {@code pk_test_…} or {@code pk_live_…}
	 * @return the key
	 * @throws IllegalArgumentException if the format is invalid or the key does not
	 * decode to a host name
	 */
	public static ClerkPublishableKey valueOf(String value) {
		Assert.notNull(value, "value must not be null");
		Matcher matcher = FORMAT.matcher(value.trim());
		Assert.isTrue(matcher.matches(),
				"A publishable key must begin with pk_test_ or pk_live_, followed by a host name in base64");
		return new ClerkPublishableKey(value.trim(), ClerkInstanceType.valueOfPrefix(matcher.group("type")),
				decodeHost(matcher.group("host")));
	}

	/**
	 * Return the publishable key of an instance with this Frontend API host.
	 * @param instanceType the type of the instance
	 * @param frontendApiHost the host name
	 * @return the key
	 */
	public static ClerkPublishableKey of(ClerkInstanceType instanceType, String frontendApiHost) {
		String encoded = Base64.getEncoder()
			.withoutPadding()
			.encodeToString((frontendApiHost + "$").getBytes(StandardCharsets.UTF_8));
		return valueOf("pk_" + instanceType.prefix() + "_" + encoded);
	}

	private static String decodeHost(String encoded) {
		String decoded;
		try {
			decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("The publishable key is not base64 after its prefix", ex);
		}
		Assert.isTrue(decoded.endsWith("$"), "The publishable key does not decode to a host name followed by '$'");
		String host = decoded.substring(0, decoded.length() - 1);
		Assert.isTrue(HOST.matcher(host).matches(), "The publishable key does not decode to a bare host name");
		return host;
	}

	/** Return the key as text. */
	public String value() {
		return this.value;
	}

	/** Return the type of the instance. */
	public ClerkInstanceType instanceType() {
		return this.instanceType;
	}

	/** Return the host of the Frontend API, such as {@code clerk.example.com}. */
	public String frontendApiHost() {
		return this.frontendApiHost;
	}

	/**
	 * Return the issuer of tokens: {@code https://} and the host, without a trailing
	 * slash.
	 */
	public String issuer() {
		return "https://" + this.frontendApiHost;
	}

	/** Return the suffix of this instance's cookies (eight characters). */
	public String cookieSuffix() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1").digest(this.value.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().encodeToString(digest).substring(0, COOKIE_SUFFIX_LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-1 is not available", ex);
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
