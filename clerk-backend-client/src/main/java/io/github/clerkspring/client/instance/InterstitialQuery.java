package io.github.clerkspring.client.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Query for the interstitial page of an instance. */
public final class InterstitialQuery extends RequestFields<InterstitialQuery> {

	private InterstitialQuery(Map<String, @Nullable Object> fields) {
		super(fields, InterstitialQuery::new);
	}

	/** Create an empty query. */
	public static InterstitialQuery create() {
		return new InterstitialQuery(Map.of());
	}

	/** Set the host of the Frontend API. */
	public InterstitialQuery frontendApi(String frontendApi) {
		return set("frontend_api", frontendApi);
	}

	public InterstitialQuery publishableKey(String publishableKey) {
		return set("publishable_key", publishableKey);
	}

	public InterstitialQuery proxyUrl(String proxyUrl) {
		return set("proxy_url", proxyUrl);
	}

	public InterstitialQuery domain(String domain) {
		return set("domain", domain);
	}

	public InterstitialQuery signInUrl(String signInUrl) {
		return set("sign_in_url", signInUrl);
	}

	/** Set whether clerk.js is loaded from the domain of the instance. */
	public InterstitialQuery useDomainForScript(boolean useDomainForScript) {
		return set("use_domain_for_script", useDomainForScript);
	}

}
