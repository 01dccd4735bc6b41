package io.github.clerkspring.security.servlet;

import java.util.Collection;
import java.util.List;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Paths on which a request with an invalid token is processed as a request without one.
 */
public final class LenientPaths {

	private LenientPaths() {
	}

	/**
	 * Match requests by their paths.
	 * @param patterns patterns such as {@code /public/**}
	 * @param builder builds the matcher of a pattern, relative to the path of the servlet
	 * if it has one
	 * @return a matcher of requests to one of the paths; no request matches if there are
	 * no patterns
	 */
	public static RequestMatcher of(Collection<String> patterns, PathPatternRequestMatcher.Builder builder) {
		List<RequestMatcher> matchers = patterns.stream().<RequestMatcher>map(builder::matcher).toList();
		return (matchers.isEmpty()) ? (request) -> false : new OrRequestMatcher(matchers);
	}

}
