package io.github.clerkspring.client.access;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;

/**
 * Operations on blocklist identifiers. See <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Allow-list-Block-list">Clerk's
 * reference</a>.
 */
public interface BlocklistIdentifierOperations {

	/** Fetch the complete blocklist: {@code GET /blocklist_identifiers}. */
	@GetExchange("/blocklist_identifiers")
	Mono<Page<BlocklistIdentifier>> list();

	/**
	 * Add an email address, phone number or Web3 wallet to the blocklist: {@code POST
	 * /blocklist_identifiers}. The local part {@code *} matches all addresses of a
	 * domain.
	 */
	@PostExchange("/blocklist_identifiers")
	Mono<BlocklistIdentifier> create(@BodyField String identifier);

	/**
	 * Remove an identifier from the blocklist: {@code DELETE
	 * /blocklist_identifiers/{identifierId}}.
	 */
	@DeleteExchange("/blocklist_identifiers/{identifierId}")
	Mono<DeletedObject> delete(@PathVariable String identifierId);

}
