package io.github.clerkspring.security;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Requires that a user was authenticated recently.
 *
 * @param level the factors that must have been verified recently
 * @param minutes the age in minutes from which a factor is too old
 */
public record Reverification(Level level, long minutes) implements Serializable {

	/**
	 * All factors within ten minutes.
	 */
	public static final Reverification STRICT_MFA = new Reverification(Level.MULTI_FACTOR, 10);

	/**
	 * The second factor, if present, within ten minutes.
	 */
	public static final Reverification STRICT = new Reverification(Level.SECOND_FACTOR, 10);

	/**
	 * The second factor, if present, within an hour.
	 */
	public static final Reverification MODERATE = new Reverification(Level.SECOND_FACTOR, 60);

	/**
	 * The second factor, if present, within a day.
	 */
	public static final Reverification LAX = new Reverification(Level.SECOND_FACTOR, 1440);

	public Reverification {
		Assert.notNull(level, "level must not be null");
		Assert.isTrue(minutes > 0, "minutes must be positive");
	}

	/**
	 * Return whether factors of these ages meet the requirement. For a user without a
	 * second factor the first one is used.
	 * @param ages the ages, or {@code null} if they are unknown
	 * @return whether the requirement is met; {@code false} if the ages are unknown
	 */
	public boolean isMetBy(@Nullable FactorAges ages) {
		if (ages == null) {
			return false;
		}
		return switch (this.level) {
			case FIRST_FACTOR -> ages.firstWithin(this.minutes);
			case SECOND_FACTOR -> strongest(ages);
			case MULTI_FACTOR -> ages.firstWithin(this.minutes) && strongest(ages);
		};
	}

	private boolean strongest(FactorAges ages) {
		return (ages.hasSecond()) ? ages.secondWithin(this.minutes) : ages.firstWithin(this.minutes);
	}

	/**
	 * Factors that a {@link Reverification} requires.
	 */
	public enum Level {

		/**
		 * The first factor.
		 */
		FIRST_FACTOR,

		/**
		 * The second factor, or the first factor of users without a second.
		 */
		SECOND_FACTOR,

		/**
		 * The first factor, and the second factor of users who have one.
		 */
		MULTI_FACTOR

	}

}
