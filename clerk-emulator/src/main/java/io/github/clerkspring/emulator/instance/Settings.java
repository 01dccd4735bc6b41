package io.github.clerkspring.emulator.instance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import io.github.clerkspring.emulator.store.Transaction;

/**
 * The keys and the host of the instance.
 *
 * @param secretKey the secret key
 * @param publishableKey the publishable key
 * @param frontendApi the host of the Frontend API, without scheme
 */
public record Settings(String secretKey, String publishableKey, String frontendApi) {

	public static Settings of(Transaction tx) {
		return tx.part(Settings.class);
	}

	/**
	 * The id of the instance.
	 * @return always the same
	 */
	public String instanceId() {
		return "ins_2emulatorInstance0000000000";
	}

	/**
	 * The issuer of tokens.
	 * @return {@code https://} and the host
	 */
	public String issuer() {
		return "https://" + this.frontendApi;
	}

	/**
	 * The suffix of the names of cookies, which distinguishes instances on one host.
	 * @return the first characters of the digest of the publishable key
	 */
	public String cookieSuffix() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1")
				.digest(this.publishableKey.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().encodeToString(digest).substring(0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "Settings[" + this.frontendApi + "]";
	}

}
