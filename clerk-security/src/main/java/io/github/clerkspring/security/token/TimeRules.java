package io.github.clerkspring.security.token;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.clerkspring.security.TokenRejection;

/**
 * Checks the types and ranges of the times of a token, as they were signed, and compares
 * them with the clock.
 */
final class TimeRules {

	/**
	 * Maximum time since expiry at which the log suggests a clock difference.
	 */
	private static final Duration LATE = Duration.ofSeconds(30);

	/**
	 * Maximum time ahead at which the log suggests a clock difference.
	 */
	private static final Duration EARLY = Duration.ofHours(1);

	private final Duration skew;

	private final Clock clock;

	TimeRules(Duration skew, Clock clock) {
		this.skew = skew;
		this.clock = clock;
	}

	void check(TokenTimes times) {
		long now = this.clock.millis();
		if (!times.areValid(now, this.skew.toMillis())) {
			check(times.claims(), BigDecimal.valueOf(now));
		}
	}

	private void check(Map<String, Object> claims, BigDecimal now) {
		checkExpiry(claims, now);
		requireNotAfter(claims, "nbf", now, TokenRejection.TOKEN_NOT_ACTIVE_YET);
		requireNotAfter(claims, "iat", now, TokenRejection.TOKEN_IAT_IN_THE_FUTURE);
		// Spring's Jwt refuses to be built from such a token
		TokenRejectedException.unless(TokenRejection.TOKEN_VERIFICATION_FAILED,
				!claims.containsKey("iat") || floor(date(claims, "exp")).compareTo(floor(date(claims, "iat"))) > 0,
				() -> "exp is not after iat");
	}

	private void checkExpiry(Map<String, Object> claims, BigDecimal now) {
		BigDecimal expiry = date(claims, "exp");
		BigDecimal late = now.subtract(expiry);
		if (late.compareTo(skew()) >= 0) {
			throw refused(TokenRejection.TOKEN_EXPIRED, "exp", expiry, late, LATE);
		}
	}

	private void requireNotAfter(Map<String, Object> claims, String name, BigDecimal now, TokenRejection rejection) {
		if (claims.containsKey(name)) {
			BigDecimal date = date(claims, name);
			BigDecimal early = date.subtract(now);
			if (early.compareTo(skew()) > 0) {
				throw refused(rejection, name, date, early, EARLY);
			}
		}
	}

	private static BigDecimal floor(BigDecimal millis) {
		return millis.setScale(0, RoundingMode.FLOOR);
	}

	private static BigDecimal date(Map<String, Object> claims, String name) {
		BigDecimal date = NumericDate.toMillis(claims.get(name));
		if (date == null) {
			throw new TokenRejectedException(TokenRejection.TOKEN_VERIFICATION_FAILED,
					() -> LoggedValue.describe(claims, name) + ", accepted: seconds since 1970");
		}
		return date;
	}

	private TokenRejectedException refused(TokenRejection rejection, String name, BigDecimal date, BigDecimal distance,
			Duration limit) {
		boolean past = rejection == TokenRejection.TOKEN_EXPIRED;
		String detail = "%s is %s, %s s %s, accepted: %s s".formatted(name, Instant.ofEpochMilli(date.longValue()),
				seconds(distance), (past) ? "ago" : "ahead", seconds(skew()));
		return (isWithin(distance, limit)) ? new TokenRejectedException(rejection, () -> detail, clocks(past, distance))
				: new TokenRejectedException(rejection, () -> detail);
	}

	private boolean isWithin(BigDecimal distance, Duration limit) {
		return distance.compareTo(BigDecimal.valueOf(this.skew.plus(limit).toMillis())) <= 0;
	}

	private static RejectionWarning clocks(boolean past, BigDecimal distance) {
		String text = "the clocks of this machine and of Clerk differ by about " + seconds(distance)
				+ " seconds. This is logged once";
		return (past)
				? new RejectionWarning("late",
						"Refused a token that has expired just now. Either it was used for too long, or " + text)
				: new RejectionWarning("early", "Refused a token that begins in the future: " + text);
	}

	private BigDecimal skew() {
		return BigDecimal.valueOf(this.skew.toMillis());
	}

	private static long seconds(BigDecimal millis) {
		return Math.round(millis.doubleValue() / 1000);
	}

}
