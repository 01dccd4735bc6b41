package io.github.clerkspring.security.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * Reads an RSA public key in PEM.
 */
final class PublicKeyPem {

	private static final Pattern ARMOR = Pattern.compile("-{5}BEGIN ([A-Z0-9 ]+)-{5}(.*?)-{5}END \\1-{5}",
			Pattern.DOTALL);

	private static final int MAX_LENGTH = 16_384;

	private PublicKeyPem() {
	}

	static RSAPublicKey read(String pem) {
		Assert.hasText(pem, "The public key is empty");
		Assert.isTrue(pem.length() <= MAX_LENGTH, "The public key is too long to be one");
		String text = pem.replace("\\r", "").replace("\\n", "\n").trim();
		Matcher armor = ARMOR.matcher(text);
		if (armor.matches()) {
			checkLabel(armor.group(1));
			text = armor.group(2);
		}
		Assert.isTrue(!text.contains("-----"), "The public key has only a part of its header and footer, or more "
				+ "than one block; give the whole block from BEGIN PUBLIC KEY to END PUBLIC KEY");
		return decode(text.replaceAll("\\s", ""));
	}

	private static void checkLabel(String label) {
		switch (label) {
			case "PUBLIC KEY" -> {
			}
			case "RSA PUBLIC KEY" -> throw new IllegalArgumentException("The public key is in PKCS#1 form "
					+ "(BEGIN RSA PUBLIC KEY); copy the PEM that Clerk shows, or convert it to BEGIN PUBLIC KEY");
			case "CERTIFICATE" ->
				throw new IllegalArgumentException("The public key is a certificate; a bare key is needed");
			default -> throw new IllegalArgumentException(
					(label.contains("PRIVATE")) ? "The public key is a private key, which must not be here"
							: "The public key has another header than BEGIN PUBLIC KEY");
		}
	}

	private static RSAPublicKey decode(String base64) {
		byte[] der;
		try {
			der = Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("The public key is not base64", ex);
		}
		RSAPublicKey key = parse(der);
		Assert.isTrue(Arrays.equals(key.getEncoded(), der), "The public key has more than a key in it");
		return key;
	}

	private static RSAPublicKey parse(byte[] der) {
		try {
			return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
		}
		catch (InvalidKeySpecException ex) {
			throw new IllegalArgumentException(
					(isElliptic(der)) ? "The public key is no RSA key but an elliptic curve key"
							: "The public key is not an RSA public key (SubjectPublicKeyInfo)",
					ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java runtime has RSA", ex);
		}
	}

	private static boolean isElliptic(byte[] der) {
		try {
			PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
			return key != null;
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

}
