package io.github.clerkspring.client.organization;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on domains of organizations. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Organization-Domains">Clerk's
 * reference</a>.
 */
public interface OrganizationDomainOperations {

	/**
	 * Fetch one page of the domains of all organizations:
	 * {@code GET /organization_domains}.
	 */
	@GetExchange("/organization_domains")
	Mono<Page<OrganizationDomain>> listAll(InstanceOrganizationDomainQuery query);

	/** Fetch the domains of all organizations, page by page on demand. */
	default Flux<OrganizationDomain> streamAll(InstanceOrganizationDomainQuery query) {
		return Pages.stream(query, this::listAll);
	}

	/**
	 * Fetch one page of the domains of an organization: {@code GET
	 * /organizations/{organizationId}/domains}.
	 */
	@GetExchange("/organizations/{organizationId}/domains")
	Mono<Page<OrganizationDomain>> list(@PathVariable String organizationId, OrganizationDomainQuery query);

	/** Fetch the domains of an organization, page by page on demand. */
	default Flux<OrganizationDomain> stream(String organizationId, OrganizationDomainQuery query) {
		return Pages.stream(query, (page) -> list(organizationId, page));
	}

	/**
	 * Add a domain to an organization: {@code POST
	 * /organizations/{organizationId}/domains}.
	 */
	@PostExchange("/organizations/{organizationId}/domains")
	Mono<OrganizationDomain> create(@PathVariable String organizationId,
			@RequestBody CreateOrganizationDomainRequest request);

	/**
	 * Update a domain of an organization: {@code PATCH
	 * /organizations/{organizationId}/domains/{domainId}}.
	 */
	@PatchExchange("/organizations/{organizationId}/domains/{domainId}")
	Mono<OrganizationDomain> update(@PathVariable String organizationId, @PathVariable String domainId,
			@RequestBody UpdateOrganizationDomainRequest request);

	/**
	 * Remove a domain from an organization: {@code DELETE
	 * /organizations/{organizationId}/domains/{domainId}}.
	 */
	@DeleteExchange("/organizations/{organizationId}/domains/{domainId}")
	Mono<DeletedObject> delete(@PathVariable String organizationId, @PathVariable String domainId);

	/**
	 * Mark the ownership of a domain as verified without DNS verification: {@code POST
	 * /organizations/{organizationId}/domains/{domainId}/verify_ownership}.
	 */
	@PostExchange("/organizations/{organizationId}/domains/{domainId}/verify_ownership")
	Mono<OrganizationDomain> verifyOwnership(@PathVariable String organizationId, @PathVariable String domainId);

}
