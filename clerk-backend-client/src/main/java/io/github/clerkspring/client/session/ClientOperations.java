package io.github.clerkspring.client.session;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.OptionalPageQuery;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on clients. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Clients">Clerk's
 * reference</a>.
 */
public interface ClientOperations {

	/**
	 * Fetch one page of the clients, newest first: {@code GET /clients}.
	 * @deprecated as Clerk plans to remove it; use the sessions of a user
	 */
	@Deprecated
	@GetExchange("/clients")
	Mono<Page<Client>> list(OptionalPageQuery query);

	/**
	 * Fetch all clients, page by page on demand.
	 * @deprecated as Clerk plans to remove it; use the sessions of a user
	 */
	@Deprecated
	default Flux<Client> stream(OptionalPageQuery query) {
		return Pages.stream(query.paginated(true), this::list);
	}

	/** Fetch the client of a token: {@code POST /clients/verify}. */
	@PostExchange("/clients/verify")
	Mono<Client> verify(@BodyField String token);

	/**
	 * Fetch the cookies to set after a handshake: {@code GET /clients/handshake_payload}.
	 * @param nonce the single-use value returned by the browser
	 */
	@GetExchange("/clients/handshake_payload")
	Mono<HandshakePayload> getHandshakePayload(@RequestParam String nonce);

	/** Fetch a client: {@code GET /clients/{clientId}}. */
	@GetExchange("/clients/{clientId}")
	Mono<Client> get(@PathVariable String clientId);

}
