package io.github.clerkspring.client.instance;

import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * The application at Svix that sends the webhooks of the instance, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Webhooks">Clerk's
 * reference</a>.
 */
public interface WebhookOperations {

	/** Create the application and tell its URL: {@code POST /webhooks/svix}. */
	@PostExchange("/webhooks/svix")
	Mono<SvixUrl> createSvixApp();

	/** End all webhooks: {@code DELETE /webhooks/svix}. */
	@DeleteExchange("/webhooks/svix")
	Mono<Void> deleteSvixApp();

	/** Make a new URL of its dashboard: {@code POST /webhooks/svix_url}. */
	@PostExchange("/webhooks/svix_url")
	Mono<SvixUrl> generateSvixAuthUrl();

}
