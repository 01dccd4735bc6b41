package io.github.clerkspring.client.session;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Clients, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Clients">Clerk's
 * reference</a>.
 */
public interface ClientOperations {

	/**
	 * Fetch one page of the clients, newest first: {@code GET /clients}.
	 * @param query which page
	 * @return the page
	 * @deprecated because Clerk is going to remove it; begin with the sessions of a user
	 */
	@Deprecated
	@GetExchange("/clients")
	Mono<Page<Client>> list(ClientQuery query);

	/**
	 * Read all clients, page by page as the subscriber asks for them.
	 * @param query how many a page
	 * @return the clients
	 * @deprecated because Clerk is going to remove it; begin with the sessions of a user
	 */
	@Deprecated
	default Flux<Client> stream(ClientQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Find the client that a token belongs to: {@code POST /clients/verify}.
	 * @param token the token of the client
	 * @return the client
	 */
	@PostExchange("/clients/verify")
	Mono<Client> verify(@BodyField String token);

	/**
	 * Fetch a client: {@code GET /clients/{clientId}}.
	 * @param clientId the client
	 * @return the client
	 */
	@GetExchange("/clients/{clientId}")
	Mono<Client> get(@PathVariable String clientId);

}
