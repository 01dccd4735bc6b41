package io.github.clerkspring.client.access;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Identifiers that may sign up, as in <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Allow-list-Block-list">Clerk's
 * reference</a>.
 */
public interface AllowlistIdentifierOperations {

	/**
	 * Fetch one page of the allow-list: {@code GET /allowlist_identifiers}.
	 * @param query which part
	 * @return the page
	 */
	@GetExchange("/allowlist_identifiers")
	Mono<Page<AllowlistIdentifier>> list(AllowlistIdentifierQuery query);

	/**
	 * Read the whole allow-list, page by page as the subscriber asks for them.
	 * @param query where to begin, and how many a page
	 * @return the identifiers
	 */
	default Flux<AllowlistIdentifier> stream(AllowlistIdentifierQuery query) {
		return Pages.stream(query.paginated(true), this::list);
	}

	/**
	 * Put an identifier on the allow-list: {@code POST /allowlist_identifiers}.
	 * @param identifier an email address, a phone number or a wallet; a {@code *} as the
	 * local part stands for all addresses of a domain
	 * @param notify whether to invite the identifier too, by default not
	 * @return the identifier
	 */
	@PostExchange("/allowlist_identifiers")
	Mono<AllowlistIdentifier> create(@BodyField String identifier, @BodyField @Nullable Boolean notify);

	/**
	 * Put an identifier on the allow-list without inviting it.
	 * @param identifier an email address, a phone number or a wallet
	 * @return the identifier
	 */
	default Mono<AllowlistIdentifier> create(String identifier) {
		return create(identifier, null);
	}

	/**
	 * Take an identifier off the allow-list: {@code DELETE
	 * /allowlist_identifiers/{identifier_id}}.
	 * @param identifierId the id of the identifier, not the address itself
	 * @return what was deleted
	 */
	@DeleteExchange("/allowlist_identifiers/{identifierId}")
	Mono<DeletedObject> delete(@PathVariable String identifierId);

}
