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
import io.github.clerkspring.client.core.OptionalPageQuery;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on allowlist identifiers. See <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Allow-list-Block-list">Clerk's
 * reference</a>.
 */
public interface AllowlistIdentifierOperations {

	/** Fetch one page of the allowlist: {@code GET /allowlist_identifiers}. */
	@GetExchange("/allowlist_identifiers")
	Mono<Page<AllowlistIdentifier>> list(OptionalPageQuery query);

	/** Fetch all allowlist identifiers, page by page on demand. */
	default Flux<AllowlistIdentifier> stream(OptionalPageQuery query) {
		return Pages.stream(query.paginated(true), this::list);
	}

	/**
	 * Add an email address, phone number or Web3 wallet to the allowlist: {@code POST
	 * /allowlist_identifiers}. The local part {@code *} matches all addresses of a
	 * domain. If {@code notify} is true, Clerk sends an invitation.
	 */
	@PostExchange("/allowlist_identifiers")
	Mono<AllowlistIdentifier> create(@BodyField String identifier, @BodyField @Nullable Boolean notify);

	/** Add an identifier to the allowlist without sending an invitation. */
	default Mono<AllowlistIdentifier> create(String identifier) {
		return create(identifier, null);
	}

	/**
	 * Remove an identifier from the allowlist: {@code DELETE
	 * /allowlist_identifiers/{identifierId}}.
	 */
	@DeleteExchange("/allowlist_identifiers/{identifierId}")
	Mono<DeletedObject> delete(@PathVariable String identifierId);

}
