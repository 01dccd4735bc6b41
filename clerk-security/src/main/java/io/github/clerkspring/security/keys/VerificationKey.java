package io.github.clerkspring.security.keys;

import java.security.interfaces.RSAPublicKey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * RSA public key that verifies signatures.
 */
public final class VerificationKey {

	/**
	 * Minimum size of a key in bits.
	 */
	public static final int MINIMUM_BITS = 2048;

	private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.RS256);

	private final RSAPublicKey publicKey;

	private final RSASSAVerifier verifier;

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
		this.verifier = new RSASSAVerifier(publicKey);
		this.signatureLength = (bits + 7) / 8;
	}

	/**
	 * Verify a signature.
	 * @param signedBytes the signed bytes
	 * @param signature the signature
	 * @return whether the signature is valid
	 */
	public boolean verifies(byte[] signedBytes, byte[] signature) {
		if (signature.length != this.signatureLength) {
			return false;
		}
		try {
			return this.verifier.verify(HEADER, signedBytes, Base64URL.encode(signature));
		}
		catch (JOSEException ex) {
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
