package io.github.clerkspring.benchmark.comparison;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.clerk.backend_api.helpers.security.VerifyToken;
import com.clerk.backend_api.helpers.security.models.VerifyTokenOptions;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Other ways to verify a token.
 */
final class TokenPeers {

	/**
	 * Signature alone, of bytes that are already decoded.
	 */
	static final String RSA = "RSA";

	/**
	 * Digest of the token and a look-up.
	 */
	static final String DIGEST = "SHA-256 and a map";

	/**
	 * Spring Security's decoder.
	 */
	static final String SPRING = "Spring";

	private TokenPeers() {
	}

	static Contender rsa(Tokens tokens, List<String> minted, int operations) {
		List<byte[]> signed = minted.stream()
			.map((token) -> ascii(token.substring(0, token.lastIndexOf('.'))))
			.toList();
		List<byte[]> signatures = minted.stream()
			.map((token) -> Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1)))
			.toList();
		return Contender.of(RSA, operations, (number) -> verify(tokens, signed.get(number), signatures.get(number)));
	}

	private static boolean verify(Tokens tokens, byte[] signed, byte[] signature) throws GeneralSecurityException {
		Signature verifier = Signature.getInstance("SHA256withRSA");
		verifier.initVerify(tokens.publicKey());
		verifier.update(signed);
		if (!verifier.verify(signature)) {
			throw new IllegalStateException("The signature is invalid");
		}
		return true;
	}

	static Contender digest(List<String> minted) throws GeneralSecurityException {
		Set<String> known = new HashSet<>();
		MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
		for (String token : minted) {
			known.add(digest(sha256, token));
		}
		return Contender.of(DIGEST, minted.size(), (number) -> known.contains(digest(sha256, minted.get(number))));
	}

	private static String digest(MessageDigest sha256, String token) {
		return new String(sha256.digest(ascii(token)), StandardCharsets.ISO_8859_1);
	}

	static Contender spring(Tokens tokens, List<String> minted, int operations) {
		JwtDecoder decoder = NimbusJwtDecoder.withPublicKey(tokens.publicKey()).build();
		return Contender.of(SPRING, operations, (number) -> decoder.decode(minted.get(number)));
	}

	static Contender sdk(StubServerProcess stub, List<String> minted, int operations) {
		VerifyTokenOptions options = VerifyTokenOptions.secretKey("sk_test_benchmark").apiUrl(stub.url()).build();
		return Contender.of(Contender.SDK, operations,
				(number) -> VerifyToken.verifyToken(minted.get(number), options));
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
