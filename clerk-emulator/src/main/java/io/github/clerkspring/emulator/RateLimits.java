package io.github.clerkspring.emulator;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.clerkspring.emulator.http.RateLimiter;

/**
 * Rate limits of Clerk's Backend API, which depend on the type of the instance.
 *
 * @see <a href="https://clerk.com/docs/guides/how-clerk-works/system-limits">Clerk's
 * limits</a>
 */
public enum RateLimits {

	/** No limits. */
	NONE(0),

	/** The limits of a development instance: 100 requests in 10 seconds. */
	DEVELOPMENT(100),

	/** The limits of a production instance: 1000 requests in 10 seconds. */
	PRODUCTION(1000);

	private static final List<RateLimiter.Rule> RULES = List.of(hourly("POST /invitations", 100),
			hourly("POST /invitations/bulk", 25), hourly("POST /organizations/{organization_id}/invitations", 250),
			hourly("POST /organizations/{organization_id}/invitations/bulk", 50),
			new RateLimiter.Rule(Pattern.compile("(?:PATCH|PUT) (/users/\\{user_id}|/organizations/\\{organization_id}"
					+ "(?:/memberships/\\{user_id})?)(?:/metadata)?"), true, 10, Duration.ofSeconds(10)));

	private final int requests;

	RateLimits(int requests) {
		this.requests = requests;
	}

	/**
	 * Returns the limit of all operations together.
	 * @return requests in 10 seconds, or 0 without limits
	 */
	int requests() {
		return this.requests;
	}

	static RateLimiter limiter(Clock clock) {
		return new RateLimiter(clock, Set.of("GET /jwks"), RULES);
	}

	/**
	 * Returns the limits by their names in the control API.
	 * @return requests in 10 seconds
	 */
	static Map<String, Integer> byName() {
		Map<String, Integer> limits = new LinkedHashMap<>();
		for (RateLimits each : values()) {
			limits.put(each.name().toLowerCase(Locale.ROOT), each.requests);
		}
		return limits;
	}

	private static RateLimiter.Rule hourly(String operation, int maximum) {
		return new RateLimiter.Rule(Pattern.compile("(" + Pattern.quote(operation) + ")"), false, maximum,
				Duration.ofHours(1));
	}

}
