package io.github.clerkspring.client.instance;

import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/**
 * Operations that belong to no other resource. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Miscellaneous">Clerk's
 * reference</a>.
 */
public interface MiscellaneousOperations {

	/**
	 * Fetch the HTML with which clerk.js determines the user: {@code GET
	 * /public/interstitial}.
	 */
	@GetExchange("/public/interstitial")
	Mono<String> getPublicInterstitial(InterstitialQuery query);

}
