package io.github.clerkspring.emulator;

/**
 * The rate limits of Clerk's Backend API, which differ by the kind of the instance.
 *
 * @see <a href="https://clerk.com/docs/guides/how-clerk-works/system-limits">Clerk's
 * limits</a>
 */
public enum RateLimits {

	/** No limits. */
	NONE(0),

	/** Those of a development instance: 100 requests in 10 seconds. */
	DEVELOPMENT(100),

	/** Those of a production instance: 1000 requests in 10 seconds. */
	PRODUCTION(1000);

	private final int requests;

	RateLimits(int requests) {
		this.requests = requests;
	}

	/**
	 * How many requests may come in 10 seconds, to all operations together.
	 * @return the number, or 0 for any
	 */
	int requests() {
		return this.requests;
	}

}
