package io.github.clerkspring.client.instance;

import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Operations on the Svix application that sends the webhooks of the instance. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Webhooks">Clerk's
 * reference</a>.
 */
public interface WebhookOperations {

	/** Create the Svix application and return its URL: {@code POST /webhooks/svix}. */
	@PostExchange("/webhooks/svix")
	Mono<SvixUrl> createSvixApp();

	/**
	 * Delete the Svix application, which ends all webhooks:
	 * {@code DELETE /webhooks/svix}.
	 */
	@DeleteExchange("/webhooks/svix")
	Mono<Void> deleteSvixApp();

	/** Create a new URL of the webhook dashboard: {@code POST /webhooks/svix_url}. */
	@PostExchange("/webhooks/svix_url")
	Mono<SvixUrl> generateSvixAuthUrl();

}
