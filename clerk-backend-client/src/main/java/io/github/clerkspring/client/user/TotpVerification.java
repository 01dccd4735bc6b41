package io.github.clerkspring.client.user;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Whether a code is the user's, and of which type it was. */
public record TotpVerification(@Nullable Boolean verified, @Nullable CodeType codeType) {

	/** Kind of code. */
	public record CodeType(@JsonValue String value) {

		public static final CodeType TOTP = new CodeType("totp");

		public static final CodeType BACKUP_CODE = new CodeType("backup_code");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
