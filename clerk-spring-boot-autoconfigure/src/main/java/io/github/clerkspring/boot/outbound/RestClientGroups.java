package io.github.clerkspring.boot.outbound;

import java.util.List;
import java.util.function.Function;

import org.springframework.core.Ordered;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * Adds an interceptor to the REST clients of HTTP service groups, after all others.
 */
final class RestClientGroups implements RestClientHttpServiceGroupConfigurer {

	private final List<String> names;

	private final Function<String, ClientHttpRequestInterceptor> interceptor;

	/**
	 * Create a configurer.
	 * @param names the names of the groups
	 * @param interceptor the function that creates the interceptor of a group
	 */
	RestClientGroups(List<String> names, Function<String, ClientHttpRequestInterceptor> interceptor) {
		this.names = names;
		this.interceptor = interceptor;
	}

	@Override
	public void configureGroups(Groups<RestClient.Builder> groups) {
		if (!this.names.isEmpty()) {
			groups.filterByName(StringUtils.toStringArray(this.names))
				.forEachClient((group, builder) -> builder.requestInterceptor(this.interceptor.apply(group.name())));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
