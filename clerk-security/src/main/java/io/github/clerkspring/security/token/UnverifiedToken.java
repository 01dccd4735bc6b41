package io.github.clerkspring.security.token;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.keys.InstancePool;

/**
 * Token before verification. Header and claims may only be used to choose among several
 * tokens, or among the rules for a token, which is verified afterwards. Both share its
 * digest and its parts, so that a token is parsed once.
 */
public final class UnverifiedToken {

	private static final VerifiedHeaders NO_HEADERS = new VerifiedHeaders();

	private final String text;

	private byte @Nullable [] bytes;

	private @Nullable TokenDigest digest;

	private @Nullable CompactToken parts;

	private boolean malformed;

	private UnverifiedToken(String text) {
		this.text = text;
	}

	/**
	 * Create a token.
	 * @param text the token, which is not verified; {@code null} is read as an empty
	 * token
	 * @return a token
	 */
	public static UnverifiedToken of(@Nullable String text) {
		return new UnverifiedToken((text != null) ? text : "");
	}

	/**
	 * Return the text.
	 * @return the token as it was received
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Return the text in UTF-8.
	 * @return bytes
	 * @throws TokenRejectedException if the token is too long
	 */
	byte[] bytes() {
		byte[] known = this.bytes;
		if (known == null) {
			CompactToken.checkLength(this.text);
			known = this.text.getBytes(StandardCharsets.UTF_8);
			this.bytes = known;
		}
		return known;
	}

	boolean isTooLong() {
		return this.text.length() > CompactToken.MAX_LENGTH;
	}

	TokenDigest digest(InstancePool<MessageDigest> digests) {
		TokenDigest known = this.digest;
		if (known == null) {
			MessageDigest sha256 = digests.acquire();
			known = TokenDigest.of(sha256, bytes());
			digests.release(sha256);
			this.digest = known;
		}
		return known;
	}

	/**
	 * Return the parts without verification. They must not be changed.
	 * @return the parts
	 * @throws TokenRejectedException if the token is malformed
	 */
	CompactToken parts() {
		CompactToken known = this.parts;
		if (known == null) {
			known = CompactToken.parse(bytes(), NO_HEADERS);
			this.parts = known;
		}
		return known;
	}

	/**
	 * Return the parts for a verification, which may change them.
	 * @param headers headers that were parsed before
	 * @return the parts, which are not returned again
	 * @throws TokenRejectedException if the token is malformed
	 */
	CompactToken takeParts(VerifiedHeaders headers) {
		CompactToken known = this.parts;
		this.parts = null;
		return (known != null) ? known : CompactToken.parse(bytes(), headers);
	}

	private Map<String, Object> header() {
		return (isMalformed()) ? Map.of() : parts().header();
	}

	private Map<String, Object> claims() {
		return (isMalformed()) ? Map.of() : parts().payload();
	}

	private boolean isMalformed() {
		if (this.parts == null && !this.malformed) {
			try {
				parts();
			}
			catch (TokenRejectedException ex) {
				this.malformed = true;
			}
		}
		return this.malformed;
	}

	/**
	 * Return the header parameter {@code typ}.
	 * @return the type, or {@code null} if it is missing or not a string
	 */
	public @Nullable String headerType() {
		return (header().get("typ") instanceof String type) ? type : null;
	}

	/**
	 * Return the subject.
	 * @return the subject, or {@code null} if it is missing or not a string
	 */
	public @Nullable String subject() {
		return (claims().get("sub") instanceof String subject) ? subject : null;
	}

	/**
	 * Return the issuer.
	 * @return the issuer, or {@code null} if it is missing or not a string
	 */
	public @Nullable String issuer() {
		return (claims().get("iss") instanceof String issuer) ? issuer : null;
	}

	/**
	 * Return whether the token has an authorized party of any type.
	 * @return whether the claim is present
	 */
	public boolean hasAuthorizedParty() {
		return claims().containsKey("azp");
	}

	/**
	 * Return the time of issue.
	 * @return milliseconds since 1970, zero if the time is missing or invalid
	 */
	public BigDecimal issuedAt() {
		return millis("iat");
	}

	/**
	 * Return the time of expiry.
	 * @return milliseconds since 1970, zero if the time is missing or invalid
	 */
	public BigDecimal expiresAt() {
		return millis("exp");
	}

	private BigDecimal millis(String name) {
		BigDecimal millis = NumericDate.toMillis(claims().get(name));
		return (millis != null) ? millis : BigDecimal.ZERO;
	}

	/**
	 * Return a text without the token.
	 */
	@Override
	public String toString() {
		return "UnverifiedToken";
	}

}
