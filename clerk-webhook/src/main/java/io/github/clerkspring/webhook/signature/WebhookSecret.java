package io.github.clerkspring.webhook.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.util.Assert;

/**
 * Signing secret of a webhook endpoint. {@link #toString()} does not reveal it.
 */
public final class WebhookSecret {

	private static final String PREFIX = "whsec_";

	private static final String ALGORITHM = "HmacSHA256";

	private final byte[] key;

	private WebhookSecret(byte[] key) {
		this.key = key;
	}

	/**
	 * Parse a signing secret.
	 * @param value the key in Base64, with or without the prefix {@code whsec_}
	 * @return the secret
	 * @throws IllegalArgumentException if the value is not Base64 or is empty. The
	 * message does not contain the value
	 */
	public static WebhookSecret valueOf(String value) {
		Assert.notNull(value, "value must not be null");
		byte[] key = decode(value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value);
		Assert.isTrue(key.length > 0, "A webhook signing secret must not be empty");
		return new WebhookSecret(key);
	}

	private static byte[] decode(String text) {
		try {
			return Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			// The message of the decoder contains a character of the secret
			throw new IllegalArgumentException("A webhook signing secret is " + PREFIX
					+ " followed by Base64; this value is not. It is shown on the page of the endpoint");
		}
	}

	String sign(byte[] prefix, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.key, ALGORITHM));
			mac.update(prefix);
			return Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ALGORITHM + " is not available", ex);
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof WebhookSecret secret && MessageDigest.isEqual(this.key, secret.key);
	}

	@Override
	public int hashCode() {
		return WebhookSecret.class.hashCode();
	}

	@Override
	public String toString() {
		return PREFIX + "****";
	}

}
