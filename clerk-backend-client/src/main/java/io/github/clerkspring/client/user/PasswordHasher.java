package io.github.clerkspring.client.user;

import com.fasterxml.jackson.annotation.JsonValue;

/** Hash algorithm of a password digest. */
public record PasswordHasher(@JsonValue String value) {

	public static final PasswordHasher ARGON2I = new PasswordHasher("argon2i");

	public static final PasswordHasher ARGON2ID = new PasswordHasher("argon2id");

	public static final PasswordHasher BCRYPT = new PasswordHasher("bcrypt");

	public static final PasswordHasher BCRYPT_SHA256_DJANGO = new PasswordHasher("bcrypt_sha256_django");

	public static final PasswordHasher LDAP_SSHA = new PasswordHasher("ldap_ssha");

	public static final PasswordHasher MD5 = new PasswordHasher("md5");

	public static final PasswordHasher MD5_PHPASS = new PasswordHasher("md5_phpass");

	public static final PasswordHasher PBKDF2_SHA1 = new PasswordHasher("pbkdf2_sha1");

	public static final PasswordHasher PBKDF2_SHA256 = new PasswordHasher("pbkdf2_sha256");

	public static final PasswordHasher PBKDF2_SHA256_DJANGO = new PasswordHasher("pbkdf2_sha256_django");

	public static final PasswordHasher PBKDF2_SHA512 = new PasswordHasher("pbkdf2_sha512");

	public static final PasswordHasher PBKDF2_SHA512_HEX = new PasswordHasher("pbkdf2_sha512_hex");

	public static final PasswordHasher PHPASS = new PasswordHasher("phpass");

	public static final PasswordHasher SCRYPT_FIREBASE = new PasswordHasher("scrypt_firebase");

	public static final PasswordHasher SCRYPT_WERKZEUG = new PasswordHasher("scrypt_werkzeug");

	public static final PasswordHasher SHA256 = new PasswordHasher("sha256");

	public static final PasswordHasher SHA512_SYMFONY = new PasswordHasher("sha512_symfony");

	@Override
	public String toString() {
		return this.value;
	}

}
