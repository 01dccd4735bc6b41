package io.github.clerkspring.security.reactive;

import java.util.Collection;

import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * Paths on which a request with an invalid token is processed as a request without one.
 */
public final class ServerLenientPaths {

	/**
	 * Matches no request.
	 */
	static final ServerWebExchangeMatcher NONE = (exchange) -> ServerWebExchangeMatcher.MatchResult.notMatch();

	private ServerLenientPaths() {
	}

	/**
	 * Match requests by their paths.
	 * @param patterns patterns such as {@code /public/**}
	 * @return a matcher of requests to one of the paths; no request matches if there are
	 * no patterns
	 */
	public static ServerWebExchangeMatcher of(Collection<String> patterns) {
		return (patterns.isEmpty()) ? NONE : ServerWebExchangeMatchers.pathMatchers(patterns.toArray(String[]::new));
	}

}
