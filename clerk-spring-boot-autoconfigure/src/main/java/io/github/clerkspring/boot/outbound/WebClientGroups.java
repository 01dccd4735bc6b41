package io.github.clerkspring.boot.outbound;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;

/**
 * Adds a filter to the web clients of HTTP service groups.
 */
final class WebClientGroups implements WebClientHttpServiceGroupConfigurer {

	private final List<String> names;

	private final Supplier<? extends ExchangeFilterFunction> filter;

	/**
	 * Create a configurer.
	 * @param names the names of the groups
	 * @param filter the filter
	 */
	WebClientGroups(List<String> names, Supplier<? extends ExchangeFilterFunction> filter) {
		this.names = names;
		this.filter = filter;
	}

	@Override
	public void configureGroups(Groups<WebClient.Builder> groups) {
		if (!this.names.isEmpty()) {
			groups.filterByName(StringUtils.toStringArray(this.names))
				.forEachClient((group, builder) -> builder.filter(this.filter.get()));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
