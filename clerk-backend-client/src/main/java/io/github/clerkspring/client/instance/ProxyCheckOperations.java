package io.github.clerkspring.client.instance;

import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;

/**
 * Operations on checks of Frontend API proxies. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Proxy-Checks">Clerk's
 * reference</a>.
 */
public interface ProxyCheckOperations {

	/**
	 * Check a proxy such as {@code https://example.com/__clerk} before a domain uses it:
	 * {@code POST /proxy_checks}.
	 */
	@PostExchange("/proxy_checks")
	Mono<ProxyCheck> verify(@BodyField @Nullable String domainId, @BodyField @Nullable String proxyUrl);

}
