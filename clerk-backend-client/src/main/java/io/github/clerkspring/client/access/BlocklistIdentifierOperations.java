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
 * Identifiers that are kept out, as in <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Allow-list-Block-list">Clerk's
 * reference</a>.
 */
public interface BlocklistIdentifierOperations {

	/**
	 * Fetch the whole block-list: {@code GET /blocklist_identifiers}.
	 * @return all identifiers, in one page
	 */
	@GetExchange("/blocklist_identifiers")
	Mono<Page<BlocklistIdentifier>> list();

	/**
	 * Put an identifier on the block-list: {@code POST /blocklist_identifiers}.
	 * @param identifier an email address, a phone number or a wallet; a {@code *} as the
	 * local part stands for all addresses of a domain
	 * @return the identifier
	 */
	@PostExchange("/blocklist_identifiers")
	Mono<BlocklistIdentifier> create(@BodyField String identifier);

	/**
	 * Take an identifier off the block-list: {@code DELETE
	 * /blocklist_identifiers/{identifier_id}}.
	 * @param identifierId the id of the identifier, not the address itself
	 * @return what was deleted
	 */
	@DeleteExchange("/blocklist_identifiers/{identifierId}")
	Mono<DeletedObject> delete(@PathVariable String identifierId);

}
