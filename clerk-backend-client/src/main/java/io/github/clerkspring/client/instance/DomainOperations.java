package io.github.clerkspring.client.instance;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;

/**
 * Operations on domains of the instance. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Domains">Clerk's
 * reference</a>.
 */
public interface DomainOperations {

	/** Fetch the primary domain and all satellites: {@code GET /domains}. */
	@GetExchange("/domains")
	Mono<Page<Domain>> list();

	/** Add a satellite domain: {@code POST /domains}. */
	@PostExchange("/domains")
	Mono<Domain> add(@RequestBody AddDomainRequest request);

	/** Update the name or the proxy of a domain: {@code PATCH /domains/{domainId}}. */
	@PatchExchange("/domains/{domainId}")
	Mono<Domain> update(@PathVariable String domainId, @RequestBody UpdateDomainRequest request);

	/** Delete a satellite domain: {@code DELETE /domains/{domainId}}. */
	@DeleteExchange("/domains/{domainId}")
	Mono<DeletedObject> delete(@PathVariable String domainId);

}
