package io.github.clerkspring.benchmark.comparison;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

/**
 * Session tokens as Clerk issues them for a member of an organization, all of them
 * different and valid for a day, and the decoders of this project.
 */
final class Tokens {

	private static final String ISSUER = "https://example.clerk.accounts.dev";

	private static final String PARTY = "https://app.example.com";

	private static final String KEY_ID = "ins_2abcdefghijklmnopqrstuvwxyz";

	private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

	private final KeyPair keyPair;

	Tokens() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		this.keyPair = generator.generateKeyPair();
	}

	RSAPublicKey publicKey() {
		return (RSAPublicKey) this.keyPair.getPublic();
	}

	String pem() {
		return "-----BEGIN PUBLIC KEY-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(publicKey().getEncoded())
				+ "\n-----END PUBLIC KEY-----";
	}

	String keySet() {
		return keySet(1);
	}

	/**
	 * Return a key set of which the last key verifies the tokens.
	 * @param keys the number of keys
	 * @return a JSON Web Key Set
	 */
	String keySet(int keys) {
		Random random = new Random(keys);
		return IntStream.rangeClosed(1, keys)
			.mapToObj((number) -> (number < keys) ? key("other" + number, modulus(random))
					: key(KEY_ID, publicKey().getModulus()))
			.collect(Collectors.joining(",", "{\"keys\":[", "]}"));
	}

	private static String key(String keyId, BigInteger modulus) {
		return """
				{"use":"sig","kty":"RSA","kid":"%s","alg":"RS256","n":"%s","e":"AQAB"}""".formatted(keyId,
				BASE64URL.encodeToString(magnitude(modulus.toByteArray())));
	}

	// Any odd number of this length; no signature is verified with it
	private static BigInteger modulus(Random random) {
		return new BigInteger(2047, random).setBit(2047).setBit(0);
	}

	private static byte[] magnitude(byte[] number) {
		return (number[0] == 0) ? Arrays.copyOfRange(number, 1, number.length) : number;
	}

	List<String> mint(int count) {
		return IntStream.range(0, count).parallel().mapToObj(this::token).toList();
	}

	private String token(int number) {
		long now = Instant.now().getEpochSecond();
		String signed = encode("""
				{"alg":"RS256","cat":"cl_B7d4PD111AAA","kid":"%s","typ":"JWT"}""".formatted(KEY_ID)) + "." + encode("""
				{"azp":"%s","exp":%d,"fea":"o:invoices,o:reports","fva":[3,-1],"iat":%d,"iss":"%s","jti":"%020d",\
				"nbf":%d,"o":{"fpm":"3,1","id":"org_2abcdefghijklmnopqrstuvwxyz","per":"create,read","rol":"admin",\
				"slg":"acme"},"pla":"o:pro","sid":"sess_2abcdefghijklmnopqrstuvwxy",\
				"sts":"active","sub":"user_%027d","v":2}""".formatted(PARTY, now + 86_400, now, ISSUER, number,
				now - 10, number));
		return signed + "." + BASE64URL.encodeToString(sign(signed));
	}

	private byte[] sign(String signed) {
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(this.keyPair.getPrivate());
			signature.update(signed.getBytes(StandardCharsets.US_ASCII));
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String json) {
		return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Create a decoder with default settings and an empty cache.
	 * @return a decoder
	 */
	ClerkJwtDecoder decoder() {
		return decoder(ClerkKeySource.ofPublicKey(pem()), 10_000);
	}

	ClerkJwtDecoder decoder(ClerkKeySource keys, int cacheSize) {
		return new ClerkJwtDecoder(SessionTokenVerifier
			.builder(keys, SessionTokenRules.forIssuer(ISSUER).withAuthorizedParties(List.of(PARTY)))
			.cache(cacheSize, Duration.ofMinutes(5))
			.build());
	}

}
