package io.github.clerkspring.client.instance;

import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/**
 * What fits nowhere else, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Miscellaneous">Clerk's
 * reference</a>.
 */
public interface MiscellaneousOperations {

	/**
	 * Fetch the page that finds out by clerk.js whether the user is signed in:
	 * {@code GET /public/interstitial}.
	 * @param query which instance, and how the page reaches it
	 * @return the page as HTML
	 */
	@GetExchange("/public/interstitial")
	Mono<String> getPublicInterstitial(InterstitialQuery query);

}
