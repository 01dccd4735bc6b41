package io.github.clerkspring.emulator.users;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Resource;

/**
 * Passwords and one-time codes. Passwords are stored as digests, not in plain text; the
 * digest is a fast one, since the passwords are test data.
 */
final class Passwords {

	private static final int MINIMUM_LENGTH = 8;

	private static final int MAXIMUM_LENGTH = 72;

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final String OWN = "emulator";

	static final List<String> HASHERS = List.of("argon2i", "argon2id", "awscognito", "bcrypt", "bcrypt_peppered",
			"bcrypt_sha256_django", "hmac_sha256_utf16_b64", "ldap_ssha", "md5", "md5_phpass", "md5_salted",
			"pbkdf2_sha1", "pbkdf2_sha256", "pbkdf2_sha256_django", "pbkdf2_sha512", "pbkdf2_sha512_hex", "phpass",
			"scrypt_firebase", "scrypt_werkzeug", "sha256", "sha256_salted", "sha512_symfony");

	private Passwords() {
	}

	/**
	 * Takes the password, or its digest with the name of the hasher, from a body.
	 * @param body the body
	 * @param draft gets the digest
	 * @param userId the id of the user, which salts the digest
	 * @param now the present instant in milliseconds
	 */
	static void apply(Body body, Draft draft, String userId, long now) {
		String password = body.text("password");
		String digest = body.text("password_digest");
		if (password != null) {
			check(password, body.flag("skip_password_checks", false));
			draft.set("password", salted(password, userId)).set("password_hasher", OWN);
		}
		else if (digest != null) {
			String hasher = body.text("password_hasher");
			if (hasher == null) {
				throw ApiException.parameter("form_conditional_param_missing", "password_hasher", "is missing",
						"`password_hasher` is required when `password_digest` is present.");
			}
			if (!HASHERS.contains(hasher)) {
				throw ApiException.value("password_hasher", hasher);
			}
			draft.set("password", digest).set("password_hasher", hasher);
		}
		else {
			return;
		}
		draft.set("password_enabled", true).set("password_last_updated_at", now);
	}

	/**
	 * Compares a password with the digest of a user. Digests of foreign hashers are
	 * compared if Java can make them, else nothing matches.
	 * @param user the user
	 * @param password the password
	 * @return true if it is the password
	 */
	static boolean matches(Resource user, String password) {
		String digest = user.required("password");
		String actual = switch (user.required("password_hasher")) {
			case OWN -> salted(password, user.id());
			case "sha256" -> digest("SHA-256", password);
			case "md5" -> digest("MD5", password);
			default -> "";
		};
		return MessageDigest.isEqual(actual.getBytes(StandardCharsets.UTF_8),
				digest.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Returns whether a code is the current or the previous code of an authenticator
	 * application.
	 * @param secret the shared secret in base 32
	 * @param code the six digits
	 * @param now the present instant in milliseconds
	 * @return true if it is
	 */
	static boolean isTotp(String secret, String code, long now) {
		long step = now / 30_000;
		return totp(secret, step).equals(code) || totp(secret, step - 1).equals(code);
	}

	static void checkTotpSecret(String secret) {
		if (secret.isEmpty() || !secret.chars().allMatch((letter) -> BASE32.indexOf(letter) >= 0)) {
			throw ApiException.parameter("invalid_totp_secret_code", "totp_secret", "invalid TOTP secret",
					"The TOTP secret is invalid, please provide a valid one base32 encoded");
		}
	}

	static String totp(String secret, long step) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(base32(secret), "RAW"));
			byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
			int offset = hash[hash.length - 1] & 0xf;
			int number = ByteBuffer.wrap(hash, offset, 4).getInt() & Integer.MAX_VALUE;
			return "%06d".formatted(number % 1_000_000);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] base32(String secret) {
		byte[] bytes = new byte[secret.length() * 5 / 8];
		for (int bit = 0; bit < bytes.length * 8; bit++) {
			int value = BASE32.indexOf(secret.charAt(bit / 5));
			if ((value >> (4 - bit % 5) & 1) == 1) {
				bytes[bit / 8] |= (byte) (128 >> bit % 8);
			}
		}
		return bytes;
	}

	private static void check(String password, boolean lenient) {
		if (!lenient && password.length() < MINIMUM_LENGTH) {
			throw ApiException.parameter("form_password_length_too_short", "password",
					"Passwords must be " + MINIMUM_LENGTH + " characters or more.",
					"Passwords must be " + MINIMUM_LENGTH + " characters or more.");
		}
		if (password.length() > MAXIMUM_LENGTH) {
			throw ApiException.parameter("form_password_length_too_long", "password",
					"Passwords must be less than " + MAXIMUM_LENGTH + " characters.",
					"Passwords must be less than " + MAXIMUM_LENGTH + " characters.");
		}
	}

	private static String salted(String password, String salt) {
		return digest("SHA-256", salt + ":" + password);
	}

	private static String digest(String algorithm, String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
