package io.github.clerkspring.security.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.clerkspring.security.attack.Parallel;
import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signatures are verified by pooled objects of any provider.
 */
class VerificationKeyTests {

	private static final KeyPair PAIR = TokenForge.newKey(2048);

	private final VerificationKey key = new VerificationKey((RSAPublicKey) PAIR.getPublic());

	private static ByteBuffer input(String text) {
		return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] signature(String text) {
		return TokenForge.signature(PAIR, "SHA256withRSA", text);
	}

	@Test
	void verifiesAfterFailure() {
		byte[] signature = signature("a");
		for (int i = 0; i < 3; i++) {
			assertThat(this.key.verifies(input("a"), signature)).isTrue();
			assertThat(this.key.verifies(input("b"), signature)).isFalse();
			assertThat(this.key.verifies(input("a"), new byte[256])).isFalse();
			assertThat(this.key.verifies(input("a"), Arrays.copyOf(signature, 255))).isFalse();
			assertThat(this.key.verifies(input("a"), Arrays.copyOf(signature, 257))).isFalse();
			assertThat(this.key.verifies(input("a"), new byte[0])).isFalse();
		}
	}

	@Test
	void verifiesPartOfBuffer() {
		byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
		assertThat(this.key.verifies(ByteBuffer.wrap(bytes, 0, 2), signature("ab"))).isTrue();
		assertThat(this.key.verifies(ByteBuffer.wrap(bytes, 1, 2), signature("bc"))).isTrue();
		assertThat(this.key.verifies(ByteBuffer.wrap(bytes), signature("ab"))).isFalse();
	}

	@Test
	void verifiesInParallel() throws Exception {
		byte[] signature = signature("a");
		Parallel.run((thread) -> () -> {
			for (int i = 0; i < 500; i++) {
				assertThat(this.key.verifies(input("a"), signature)).isTrue();
				assertThat(this.key.verifies(input("b"), signature)).isFalse();
			}
			return null;
		});
	}

	@Test
	void usesPreferredProviderAndReusesOnlyWhatVerified() {
		Security.insertProviderAt(new CountingProvider(), 1);
		try {
			byte[] signature = new byte[256];
			assertThat(this.key.verifies(input("valid"), signature)).isTrue();
			int created = CountingSignature.created.get();
			assertThat(this.key.verifies(input("valid"), signature)).isTrue();
			assertThat(CountingSignature.created).hasPositiveValue().hasValue(created);
			assertThat(this.key.verifies(input("invalid"), signature)).isFalse();
			assertThat(this.key.verifies(input("valid"), signature)).isTrue();
			int createdAfterInvalid = CountingSignature.created.get();
			assertThat(createdAfterInvalid).isGreaterThan(created);
			assertThat(this.key.verifies(input("failure"), signature)).isFalse();
			assertThat(this.key.verifies(input("valid"), signature)).isTrue();
			assertThat(CountingSignature.created).hasValueGreaterThan(createdAfterInvalid);
		}
		finally {
			Security.removeProvider("Counting");
		}
	}

	/**
	 * Provider of {@link CountingSignature}.
	 */
	private static final class CountingProvider extends Provider {

		CountingProvider() {
			super("Counting", "1", "Counts its objects");
			putService(new Service(this, "Signature", "SHA256withRSA", CountingSignature.class.getName(), null, null) {
				@Override
				public Object newInstance(Object parameter) {
					return new CountingSignature();
				}
			});
		}

	}

	/**
	 * Accepts the input {@code valid} and fails for {@code failure}. It is not reset
	 * after a failure, as a faulty provider might not be.
	 */
	private static final class CountingSignature extends SignatureSpi {

		private static final AtomicInteger created = new AtomicInteger();

		private final StringBuilder input = new StringBuilder();

		CountingSignature() {
			created.incrementAndGet();
		}

		@Override
		protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
			this.input.setLength(0);
		}

		@Override
		protected void engineInitSign(PrivateKey privateKey) {
			throw new UnsupportedOperationException();
		}

		@Override
		protected void engineUpdate(byte b) {
			this.input.append((char) b);
		}

		@Override
		protected void engineUpdate(byte[] bytes, int offset, int length) {
			this.input.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
		}

		@Override
		protected byte[] engineSign() {
			throw new UnsupportedOperationException();
		}

		@Override
		protected boolean engineVerify(byte[] signature) throws SignatureException {
			if (this.input.indexOf("failure") >= 0) {
				throw new SignatureException();
			}
			if (this.input.toString().equals("valid")) {
				this.input.setLength(0);
				return true;
			}
			return false;
		}

		@Override
		@Deprecated
		protected void engineSetParameter(String parameter, Object value) {
			throw new UnsupportedOperationException();
		}

		@Override
		@Deprecated
		protected Object engineGetParameter(String parameter) {
			throw new UnsupportedOperationException();
		}

	}

}
