package io.github.clerkspring.security;

import java.io.Serializable;

import org.springframework.util.Assert;

/**
 * Minutes since the factors of a session were verified.
 *
 * @param first minutes since the first factor was verified, or {@value #NEVER}
 * @param second minutes since the second factor was verified, or {@value #NEVER} if there
 * is none or if it was not verified in this session
 */
public record FactorAges(long first, long second) implements Serializable {

	/**
	 * Age of a factor that was not verified in this session.
	 */
	public static final long NEVER = -1;

	public FactorAges {
		Assert.isTrue(first >= NEVER && second >= NEVER, "ages must be -1 or more");
	}

	boolean firstWithin(long minutes) {
		return within(this.first, minutes);
	}

	boolean secondWithin(long minutes) {
		return within(this.second, minutes);
	}

	boolean hasSecond() {
		return this.second != NEVER;
	}

	private static boolean within(long age, long minutes) {
		return age != NEVER && age < minutes;
	}

}
