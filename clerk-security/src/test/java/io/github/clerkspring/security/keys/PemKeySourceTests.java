package io.github.clerkspring.security.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;

import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PemKeySourceTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final String BASE64 = Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());

	private static final String PEM = pem("PUBLIC KEY", KEY.getPublic().getEncoded());

	private static String pem(String label, byte[] der) {
		return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der)
				+ "\n-----END " + label + "-----\n";
	}

	private static ClerkJwtDecoder decoder(String pem) {
		return new ClerkJwtDecoder(SessionTokenVerifier
			.builder(ClerkKeySource.ofPublicKey(pem), SessionTokenRules.forIssuer(TestInstance.ISSUER))
			.clock(new TestClock())
			.build());
	}

	@Test
	void readsKeyHoweverItIsWrapped() {
		String token = TokenForge.sign(KEY, Claims.header().toString(), Claims.payload().toString());
		for (String pem : List.of(PEM, PEM.replace("\n", "\r\n"), PEM.replace("\n", "\\n"), PEM.replace("\n", "\\r\\n"),
				PEM.replace("\n", ""), PEM.replace("\n", " "), BASE64, "  " + BASE64 + "\n", PEM.trim())) {
			assertThat(decoder(pem).decode(token).getSubject()).isEqualTo("user_1");
		}
	}

	@Test
	void ignoresKeyIdButChecksItsType() {
		ClerkJwtDecoder decoder = decoder(PEM);
		for (Claims header : List.of(Claims.header().without("kid"), Claims.header().set("kid", "\"\""),
				Claims.header().set("kid", "\"other\""))) {
			assertThat(decoder.decode(TokenForge.sign(KEY, header.toString(), Claims.payload().toString())))
				.isNotNull();
		}
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder
			.decode(TokenForge.sign(KEY, Claims.header().set("kid", "7").toString(), Claims.payload().toString())));
	}

	@Test
	void readsLargeKey() {
		KeyPair large = TokenForge.newKey(4096);
		assertThat(decoder(pem("PUBLIC KEY", large.getPublic().getEncoded()))
			.decode(TokenForge.sign(large, Claims.header().toString(), Claims.payload().toString()))).isNotNull();
	}

	@Test
	void rejectsOtherKeysWithReason() throws GeneralSecurityException {
		byte[] der = KEY.getPublic().getEncoded();
		byte[] pkcs1 = Arrays.copyOfRange(der, 24, der.length);
		KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
		assertRefused("", "empty");
		assertRefused(pem("RSA PUBLIC KEY", pkcs1), "PKCS#1");
		assertRefused(Base64.getEncoder().encodeToString(pkcs1), "not an RSA public key");
		assertRefused(pem("PUBLIC KEY", curves.generateKeyPair().getPublic().getEncoded()), "elliptic");
		assertRefused(pem("PRIVATE KEY", KEY.getPrivate().getEncoded()), "private key");
		assertRefused(pem("CERTIFICATE", der), "certificate");
		assertRefused(pem("PUBLIC KEY", TokenForge.newKey(1024).getPublic().getEncoded()), "2048");
		assertRefused(pem("PUBLIC KEY", Arrays.copyOf(der, der.length + 1)), "key");
		assertRefused(pem("PUBLIC KEY", Arrays.copyOf(der, der.length - 1)), "not an RSA public key");
		assertRefused("certainly not!", "base64");
		assertRefused("-----BEGIN PUBLIC KEY-----\n" + BASE64, "header and footer");
		assertRefused(PEM + PEM, "block");
		assertRefused("A".repeat(20_000), "too long");
	}

	private static void assertRefused(String pem, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkKeySource.ofPublicKey(pem))
			.withMessageContaining(message);
	}

}
