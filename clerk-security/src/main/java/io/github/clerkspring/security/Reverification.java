package io.github.clerkspring.security;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Demand that a user has proved who they are a short while ago.
 *
 * @param level the factors that must be fresh
 * @param minutes the age in minutes at which a factor is no longer fresh
 */
public record Reverification(Level level, long minutes) implements Serializable {

	/**
	 * All factors within ten minutes.
	 */
	public static final Reverification STRICT_MFA = new Reverification(Level.MULTI_FACTOR, 10);

	/**
	 * The second factor, if there is one, within ten minutes.
	 */
	public static final Reverification STRICT = new Reverification(Level.SECOND_FACTOR, 10);

	/**
	 * The second factor, if there is one, within an hour.
	 */
	public static final Reverification MODERATE = new Reverification(Level.SECOND_FACTOR, 60);

	/**
	 * The second factor, if there is one, within a day.
	 */
	public static final Reverification LAX = new Reverification(Level.SECOND_FACTOR, 1440);

	public Reverification {
		Assert.notNull(level, "level must not be null");
		Assert.isTrue(minutes > 0, "minutes must be positive");
	}

	/**
	 * Tell whether factors of these ages are fresh enough. A user without a second factor
	 * is judged by the first.
	 * @param ages the ages, or {@code null} if they are not known
	 * @return whether the demand is met; never when the ages are not known
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
	 * Factors that a {@link Reverification} asks for.
	 */
	public enum Level {

		/**
		 * The first factor.
		 */
		FIRST_FACTOR,

		/**
		 * The second factor, or the first for users who have no other.
		 */
		SECOND_FACTOR,

		/**
		 * The first factor, and the second for users who have one.
		 */
		MULTI_FACTOR

	}

}
