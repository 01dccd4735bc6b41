package io.github.clerkspring.boot.security;

import java.util.Collection;
import java.util.UUID;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Warns if all security filter chains of an application are restricted to certain
 * requests, so that other requests are not protected.
 */
final class UnmatchedRequests {

	private static final Log logger = LogFactory.getLog(UnmatchedRequests.class);

	private UnmatchedRequests() {
	}

	static String randomPath() {
		return "/" + UUID.randomUUID() + "/" + UUID.randomUUID();
	}

	static void warn(Collection<String> chains) {
		logger.warn("Requests that match none of the security filter chains " + chains + " are not protected. "
				+ "Clerk's default chain exists only in applications without chains of their own. Add a chain without "
				+ "a security matcher that comes after the others, such as 'clerk.configure(http)' with a rule for "
				+ "any request");
	}

	static void skip(Throwable failure) {
		logger.debug("The security filter chains do not tell whether they match every request", failure);
	}

}
