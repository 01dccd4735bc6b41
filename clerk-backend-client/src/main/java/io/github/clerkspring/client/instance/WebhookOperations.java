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

	/**
	 * Create the application: {@code POST /webhooks/svix}.
	 * @return where it is managed
	 */
	@PostExchange("/webhooks/svix")
	Mono<SvixUrl> createSvixApp();

	/**
	 * Delete the application; no webhook is sent any more: {@code DELETE /webhooks/svix}.
	 * @return empty
	 */
	@DeleteExchange("/webhooks/svix")
	Mono<Void> deleteSvixApp();

	/**
	 * Make a new URL under which the application is managed:
	 * {@code POST /webhooks/svix_url}.
	 * @return where it is managed
	 */
	@PostExchange("/webhooks/svix_url")
	Mono<SvixUrl> generateSvixAuthUrl();

}
