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

	/** Fetch the whole block-list: {@code GET /blocklist_identifiers}. */
	@GetExchange("/blocklist_identifiers")
	Mono<Page<BlocklistIdentifier>> list();

	/**
	 * Keep an email address, phone number or wallet out:
	 * {@code POST /blocklist_identifiers}. A {@code *} as the local part stands for all
	 * addresses of a domain.
	 */
	@PostExchange("/blocklist_identifiers")
	Mono<BlocklistIdentifier> create(@BodyField String identifier);

	/** Take one off the list: {@code DELETE /blocklist_identifiers/{identifierId}}. */
	@DeleteExchange("/blocklist_identifiers/{identifierId}")
	Mono<DeletedObject> delete(@PathVariable String identifierId);

}
