package io.github.clerkspring.security.servlet;

import java.util.Collection;
import java.util.List;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Paths on which a bad token means an anonymous caller.
 */
public final class LenientPaths {

	private LenientPaths() {
	}

	/**
	 * Match requests by their paths.
	 * @param patterns patterns such as {@code /public/**}
	 * @return what matches requests to one of them; nothing matches if there are none
	 */
	public static RequestMatcher of(Collection<String> patterns) {
		List<RequestMatcher> matchers = patterns.stream()
			.<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
			.toList();
		return (matchers.isEmpty()) ? (request) -> false : new OrRequestMatcher(matchers);
	}

}
