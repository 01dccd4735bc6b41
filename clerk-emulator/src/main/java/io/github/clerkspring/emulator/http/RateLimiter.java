package io.github.clerkspring.emulator.http;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Operations;

/**
 * Counts requests by the emulator's clock, in windows that begin with their first
 * request. One limit is for all operations together; rules add limits for some of them.
 */
public final class RateLimiter {

	private static final Duration WINDOW = Duration.ofSeconds(10);

	private static final int TIDY_SIZE = 4000;

	private final Clock clock;

	private final Set<String> unlimited;

	private final List<Rule> rules;

	private final Map<String, Window> windows = new HashMap<>();

	private int requests;

	/**
	 * Creates a limiter without limits.
	 * @param clock the clock
	 * @param unlimited operations without a limit
	 * @param rules the rules of all limits
	 */
	public RateLimiter(Clock clock, Set<String> unlimited, List<Rule> rules) {
		this.clock = clock;
		this.unlimited = unlimited;
		this.rules = rules;
	}

	/**
	 * Returns the limit of all operations together.
	 * @return requests in 10 seconds, or 0 without limits
	 */
	public synchronized int limit() {
		return this.requests;
	}

	/**
	 * Sets the limit of all operations together, and begins to count anew.
	 * @param requests requests in 10 seconds, or 0 for no limits
	 */
	public synchronized void limit(int requests) {
		this.requests = requests;
		this.windows.clear();
	}

	/**
	 * Counts a request.
	 * @param match the operation
	 * @return null if the request is within the limits, otherwise the time until the next
	 * one is, in whole seconds
	 */
	public synchronized @Nullable Duration count(Operations.Match match) {
		String operation = match.route().operation();
		if (this.requests == 0 || this.unlimited.contains(operation)) {
			return null;
		}
		Duration wait = count("", this.requests, WINDOW.toMillis());
		for (Rule rule : this.rules) {
			String key = (wait != null) ? null : rule.key(operation, match.variables());
			if (key != null) {
				wait = count(key, rule.maximum, rule.window.toMillis());
			}
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

	/**
	 * A limit of some operations.
	 *
	 * @param operations the operations; operations with equal group 1 are counted
	 * together
	 * @param eachResource whether requests are counted for each value of the variables
	 * @param maximum the limit
	 * @param window the duration of a window
	 */
	public record Rule(Pattern operations, boolean eachResource, int maximum, Duration window) {

		private @Nullable String key(String operation, Map<String, String> variables) {
			Matcher matcher = this.operations.matcher(operation);
			if (!matcher.matches()) {
				return null;
			}
			return matcher.group(1) + ((this.eachResource) ? new TreeMap<>(variables) : "");
		}

	}

	private record Window(long start, long length, int count) {

		boolean isOver(long now) {
			return now >= this.start + this.length || now < this.start;
		}

	}

}
