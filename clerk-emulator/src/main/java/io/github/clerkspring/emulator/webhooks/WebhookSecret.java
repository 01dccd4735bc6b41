package io.github.clerkspring.emulator.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that the sender and the receiver of webhooks share. It hides itself.
 */
final class WebhookSecret {

	private static final String PREFIX = "whsec_";

	private static final String ALGORITHM = "HmacSHA256";

	private final String value;

	private final byte[] key;

	private WebhookSecret(String value, byte[] key) {
		this.value = value;
		this.key = key;
	}

	/**
	 * Reads a secret.
	 * @param value {@code whsec_} and base64
	 * @return the secret
	 * @throws IllegalArgumentException if it is something else
	 */
	static WebhookSecret of(String value) {
		byte[] key = decode(value);
		if (key.length == 0) {
			throw new IllegalArgumentException("A webhook secret is whsec_ and the base64 of at least one byte");
		}
		return new WebhookSecret(value, key);
	}

	String value() {
		return this.value;
	}

	/**
	 * Signs a message.
	 * @param id the id of the message
	 * @param timestamp seconds since the epoch
	 * @param body the bytes as they are sent
	 * @return the version and the signature, as the header has them
	 */
	String sign(String id, long timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.key, ALGORITHM));
			mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has " + ALGORITHM, ex);
		}
	}

	/**
	 * A random secret.
	 * @return a secret that differs from this one in its first byte
	 */
	WebhookSecret wrong() {
		byte[] other = this.key.clone();
		other[0] ^= 1;
		return new WebhookSecret("", other);
	}

	@Override
	public String toString() {
		return PREFIX + "***";
	}

	private static byte[] decode(String value) {
		try {
			return (value.startsWith(PREFIX)) ? Base64.getDecoder().decode(value.substring(PREFIX.length()))
					: new byte[0];
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
