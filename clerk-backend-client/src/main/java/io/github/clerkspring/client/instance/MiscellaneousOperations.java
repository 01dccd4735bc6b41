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
	 * Fetch the HTML by which clerk.js finds the user: {@code GET /public/interstitial}.
	 */
	@GetExchange("/public/interstitial")
	Mono<String> getPublicInterstitial(InterstitialQuery query);

}
