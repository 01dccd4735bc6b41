package io.github.clerkspring.emulator.tokens;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs tokens with keys that the owner of the instance brings: private keys in PEM
 * format for RS and ES algorithms, secrets for HS algorithms.
 */
public final class CustomSigner {

	private static final Pattern ALGORITHM = Pattern.compile("(HS|RS|ES)(256|384|512)");

	private static final Pattern PEM = Pattern
		.compile("\\s*-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----\\s*");

	/** Version 0 and the identifier of RSA: the prefix of PKCS 8 before PKCS 1. */
	private static final byte[] RSA_PREFIX = { 2, 1, 0, 48, 13, 6, 9, 42, -122, 72, -122, -9, 13, 1, 1, 1, 5, 0 };

	private CustomSigner() {
	}

	/**
	 * Whether tokens can be signed with an algorithm.
	 * @param algorithm the name, as {@code RS256}
	 * @return true if they can
	 */
	public static boolean supports(String algorithm) {
		return ALGORITHM.matcher(algorithm).matches();
	}

	/**
	 * Whether a key can be used with an algorithm.
	 * @param algorithm a supported algorithm
	 * @param key the key
	 * @return true if it can
	 */
	public static boolean accepts(String algorithm, String key) {
		try {
			signer(algorithm, key);
			return true;
		}
		catch (JOSEException | GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Signs a token.
	 * @param algorithm a supported algorithm
	 * @param key a key that fits
	 * @param category the category that the header names
	 * @param claims the claims
	 * @return the token
	 */
	public static String sign(String algorithm, String key, String category, Map<String, ?> claims) {
		try {
			JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).type(JOSEObjectType.JWT)
				.customParam("cat", category)
				.build();
			JWSObject token = new JWSObject(header, new Payload(JsonMapper.shared().writeValueAsBytes(claims)));
			token.sign(signer(algorithm, key));
			return token.serialize();
		}
		catch (JOSEException | GeneralSecurityException ex) {
			throw new IllegalStateException("No signature with algorithm " + algorithm, ex);
		}
	}

	private static JWSSigner signer(String algorithm, String key) throws JOSEException, GeneralSecurityException {
		JWSAlgorithm parsed = JWSAlgorithm.parse(algorithm);
		JWSSigner signer = switch (algorithm.substring(0, 2)) {
			case "HS" -> new MACSigner(key.getBytes(StandardCharsets.UTF_8));
			case "RS" -> new RSASSASigner(privateKey("RSA", key));
			default -> new ECDSASigner((ECPrivateKey) privateKey("EC", key));
		};
		if (!signer.supportedJWSAlgorithms().contains(parsed)) {
			throw new JOSEException("The key does not fit " + algorithm);
		}
		return signer;
	}

	private static PrivateKey privateKey(String family, String pem) throws GeneralSecurityException {
		Matcher matcher = PEM.matcher(pem);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("No private key in PEM format");
		}
		byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(2));
		byte[] key = (matcher.group(1) != null) ? wrapped(encoded) : encoded;
		return KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(key));
	}

	private static byte[] wrapped(byte[] key) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes(RSA_PREFIX);
		content.writeBytes(element(4, key));
		return element(48, content.toByteArray());
	}

	private static byte[] element(int tag, byte[] content) {
		return ByteBuffer.allocate(content.length + 4)
			.put((byte) tag)
			.put((byte) 0x82)
			.putShort((short) content.length)
			.put(content)
			.array();
	}

}
