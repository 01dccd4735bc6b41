package io.github.clerkspring.security.token;

/**
 * Describes an exception whose message may contain a token.
 */
final class UnexpectedFailure {

	private UnexpectedFailure() {
	}

	/**
	 * Return the type and the origin of an exception, without its message.
	 * @param failure the exception
	 * @return a description
	 */
	static String describe(Throwable failure) {
		StackTraceElement[] trace = failure.getStackTrace();
		return failure.getClass().getName() + ((trace.length > 0) ? " at " + trace[0] : "");
	}

}
