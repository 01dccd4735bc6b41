package io.github.clerkspring.client.user;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Result of the verification of a TOTP or backup code. */
public record TotpVerification(@Nullable Boolean verified, @Nullable CodeType codeType) {

	/** Type of a code. */
	public record CodeType(@JsonValue String value) {

		public static final CodeType TOTP = new CodeType("totp");

		public static final CodeType BACKUP_CODE = new CodeType("backup_code");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
