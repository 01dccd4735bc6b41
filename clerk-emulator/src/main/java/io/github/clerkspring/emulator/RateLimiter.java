package io.github.clerkspring.emulator;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Operations;

/**
 * Counts requests by the emulator's clock, in windows that begin with their first
 * request. There is a limit for all operations together; invitations, and changes of one
 * and the same resource, have limits of their own.
 */
final class RateLimiter {

	private static final long SHORT = Duration.ofSeconds(10).toMillis();

	private static final long LONG = Duration.ofHours(1).toMillis();

	private static final String UNLIMITED = "GET /jwks";

	private static final Map<String, Integer> HOURLY = Map.of("POST /invitations", 100, "POST /invitations/bulk", 25,
			"POST /organizations/{organization_id}/invitations", 250,
			"POST /organizations/{organization_id}/invitations/bulk", 50);

	private static final Pattern CHANGE = Pattern
		.compile("(?:PATCH|PUT) (/users/\\{user_id}|/organizations/\\{organization_id}(?:/memberships/\\{user_id})?)"
				+ "(?:/metadata)?");

	private static final int CHANGES = 10;

	private static final int TIDY_SIZE = 4000;

	private final Clock clock;

	private final Map<String, Window> windows = new HashMap<>();

	private RateLimits limits = RateLimits.NONE;

	RateLimiter(Clock clock) {
		this.clock = clock;
	}

	synchronized RateLimits limits() {
		return this.limits;
	}

	/**
	 * Sets the limits and counts anew.
	 * @param limits the limits
	 */
	synchronized void limit(RateLimits limits) {
		this.limits = limits;
		this.windows.clear();
	}

	/**
	 * Counts a request.
	 * @param match the operation
	 * @return null if it may be answered, else when to come again, in whole seconds
	 */
	synchronized @Nullable Duration count(Operations.Match match) {
		String operation = match.route().operation();
		if (this.limits == RateLimits.NONE || operation.equals(UNLIMITED)) {
			return null;
		}
		Duration wait = count("", this.limits.requests(), SHORT);
		Integer hourly = HOURLY.get(operation);
		if (wait == null && hourly != null) {
			wait = count(operation, hourly, LONG);
		}
		Matcher change = CHANGE.matcher(operation);
		if (wait == null && change.matches()) {
			wait = count(change.group(1) + new TreeMap<>(match.variables()), CHANGES, SHORT);
		}
		return wait;
	}

	private @Nullable Duration count(String key, int maximum, long length) {
		long now = this.clock.millis();
		Window window = this.windows.get(key);
		if (window == null || window.isOver(now)) {
			tidy(now);
			window = new Window(now, length, 0);
		}
		if (window.count == maximum) {
			long rest = window.start + window.length - now;
			return Duration.ofSeconds((rest + 999) / 1000);
		}
		this.windows.put(key, new Window(window.start, length, window.count + 1));
		return null;
	}

	private void tidy(long now) {
		if (this.windows.size() >= TIDY_SIZE) {
			this.windows.values().removeIf((window) -> window.isOver(now));
		}
	}

	private record Window(long start, long length, int count) {

		boolean isOver(long now) {
			return now >= this.start + this.length || now < this.start;
		}

	}

}
