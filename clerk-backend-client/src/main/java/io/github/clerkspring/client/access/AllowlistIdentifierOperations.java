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
 * Identifiers that may sign up, as in <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Allow-list-Block-list">Clerk's
 * reference</a>.
 */
public interface AllowlistIdentifierOperations {

	/** Fetch one page of the allow-list: {@code GET /allowlist_identifiers}. */
	@GetExchange("/allowlist_identifiers")
	Mono<Page<AllowlistIdentifier>> list(OptionalPageQuery query);

	/** Read the whole allow-list, page by page as the subscriber asks for them. */
	default Flux<AllowlistIdentifier> stream(OptionalPageQuery query) {
		return Pages.stream(query.paginated(true), this::list);
	}

	/**
	 * Let an email address, phone number or wallet in:
	 * {@code POST /allowlist_identifiers}. A {@code *} as the local part stands for all
	 * addresses of a domain. Clerk invites the identifier too if {@code notify} is true.
	 */
	@PostExchange("/allowlist_identifiers")
	Mono<AllowlistIdentifier> create(@BodyField String identifier, @BodyField @Nullable Boolean notify);

	/** Put an identifier on the allow-list without inviting it. */
	default Mono<AllowlistIdentifier> create(String identifier) {
		return create(identifier, null);
	}

	/** Take one off the list: {@code DELETE /allowlist_identifiers/{identifierId}}. */
	@DeleteExchange("/allowlist_identifiers/{identifierId}")
	Mono<DeletedObject> delete(@PathVariable String identifierId);

}
