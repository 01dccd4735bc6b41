package io.github.clerkspring.security.token;

/**
 * Describes an exception that may quote a token.
 */
final class UnexpectedFailure {

	private UnexpectedFailure() {
	}

	/**
	 * Return the type of an exception and the place that it comes from, but not its
	 * message.
	 * @param failure the exception
	 * @return a description
	 */
	static String describe(Throwable failure) {
		StackTraceElement[] trace = failure.getStackTrace();
		return failure.getClass().getName() + ((trace.length > 0) ? " at " + trace[0] : "");
	}

}
