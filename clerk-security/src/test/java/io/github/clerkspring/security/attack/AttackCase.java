package io.github.clerkspring.security.attack;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.TokenRejection;

/**
 * One token, and what has to become of it.
 *
 * @param label what it is
 * @param token the token
 * @param rejection why it is refused, or {@code null} if it is accepted
 */
public record AttackCase(String label, String token, @Nullable TokenRejection rejection) {

	/**
	 * Tell whether a well-behaved HTTP client can put the token into a header.
	 * @return whether it can
	 */
	public boolean fitsHeader() {
		return this.token.length() < 250_000 && !this.token.endsWith(" ")
				&& this.token.chars().allMatch((one) -> one >= 0x20 && one < 0x7F);
	}

	@Override
	public String toString() {
		return this.label;
	}

}
