package io.github.clerkspring.security.attack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs anything.
 */
public final class TokenForge {

	private TokenForge() {
	}

	public static KeyPair newKey(int bits) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(bits);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static String sign(KeyPair key, String header, String payload) {
		return sign(key, encode(header) + "." + encode(payload));
	}

	public static String sign(KeyPair key, String input) {
		return input + "." + encode(signature(key, "SHA256withRSA", input));
	}

	public static byte[] signature(KeyPair key, String algorithm, String input) {
		try {
			Signature signature = Signature.getInstance(algorithm);
			if (algorithm.equals("RSASSA-PSS")) {
				signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
			}
			signature.initSign(key.getPrivate());
			signature.update(input.getBytes(StandardCharsets.UTF_8));
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static String hmac(String algorithm, byte[] secret, String input) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec(secret, algorithm));
			return input + "." + encode(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static String encode(String text) {
		return encode(text.getBytes(StandardCharsets.UTF_8));
	}

	public static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
