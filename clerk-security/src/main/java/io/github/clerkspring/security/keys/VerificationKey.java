package io.github.clerkspring.security.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * RSA public key that verifies signatures (RS256). The provider is the first one of the
 * Java runtime that supports the key, such as an installed native one.
 */
public final class VerificationKey {

	/**
	 * Minimum size of a key in bits.
	 */
	public static final int MINIMUM_BITS = 2048;

	private static final String ALGORITHM = "SHA256withRSA";

	private final RSAPublicKey publicKey;

	private final InstancePool<Signature> verifiers = new InstancePool<>(this::createVerifier);

	private final int signatureLength;

	/**
	 * Create a key.
	 * @param publicKey the public key, with at least 2048 bits
	 */
	public VerificationKey(RSAPublicKey publicKey) {
		Assert.notNull(publicKey, "publicKey must not be null");
		int bits = publicKey.getModulus().bitLength();
		Assert.isTrue(bits >= MINIMUM_BITS, () -> "An RSA key needs 2048 bits or more; this one has " + bits);
		Assert.isTrue(publicKey.getPublicExponent().bitLength() > 1 && publicKey.getPublicExponent().testBit(0),
				"The public exponent of an RSA key is odd and more than 1");
		this.publicKey = publicKey;
		this.signatureLength = (bits + 7) / 8;
	}

	/**
	 * Verify a signature.
	 * @param input the signed bytes
	 * @param signature the signature
	 * @return whether the signature is valid
	 */
	public boolean verifies(ByteBuffer input, byte[] signature) {
		return signature.length == this.signatureLength && verify(this.verifiers.acquire(), input, signature);
	}

	// An object that has not verified its signature is not used again, whatever its state
	private boolean verify(Signature verifier, ByteBuffer input, byte[] signature) {
		try {
			verifier.update(input);
			boolean valid = verifier.verify(signature);
			if (valid) {
				this.verifiers.release(verifier);
			}
			return valid;
		}
		catch (SignatureException ex) {
			return false;
		}
	}

	private Signature createVerifier() {
		try {
			Signature verifier = Signature.getInstance(ALGORITHM);
			verifier.initVerify(this.publicKey);
			return verifier;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The key cannot verify signatures", ex);
		}
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof VerificationKey that && this.publicKey.equals(that.publicKey));
	}

	@Override
	public int hashCode() {
		return this.publicKey.hashCode();
	}

	@Override
	public String toString() {
		return "VerificationKey[RSA, " + this.publicKey.getModulus().bitLength() + " bits]";
	}

}
