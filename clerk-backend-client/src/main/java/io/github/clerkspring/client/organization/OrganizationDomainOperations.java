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
 * Domains of organizations, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Organization-Domains">Clerk's
 * reference</a>.
 */
public interface OrganizationDomainOperations {

	/**
	 * Fetch one page of all organizations' domains: {@code GET /organization_domains}.
	 */
	@GetExchange("/organization_domains")
	Mono<Page<OrganizationDomain>> listAll(InstanceOrganizationDomainQuery query);

	/** Read the domains of all organizations, page by page as they are asked for. */
	default Flux<OrganizationDomain> streamAll(InstanceOrganizationDomainQuery query) {
		return Pages.stream(query, this::listAll);
	}

	/** Fetch one page of domains: {@code GET /organizations/{organizationId}/domains}. */
	@GetExchange("/organizations/{organizationId}/domains")
	Mono<Page<OrganizationDomain>> list(@PathVariable String organizationId, OrganizationDomainQuery query);

	/** Read the domains of an organization, page by page as they are asked for. */
	default Flux<OrganizationDomain> stream(String organizationId, OrganizationDomainQuery query) {
		return Pages.stream(query, (page) -> list(organizationId, page));
	}

	/** Add a domain: {@code POST /organizations/{organizationId}/domains}. */
	@PostExchange("/organizations/{organizationId}/domains")
	Mono<OrganizationDomain> create(@PathVariable String organizationId,
			@RequestBody CreateOrganizationDomainRequest request);

	/**
	 * Change a domain of an organization: {@code PATCH
	 * /organizations/{organizationId}/domains/{domainId}}.
	 */
	@PatchExchange("/organizations/{organizationId}/domains/{domainId}")
	Mono<OrganizationDomain> update(@PathVariable String organizationId, @PathVariable String domainId,
			@RequestBody UpdateOrganizationDomainRequest request);

	/**
	 * Take a domain from an organization: {@code DELETE
	 * /organizations/{organizationId}/domains/{domainId}}.
	 */
	@DeleteExchange("/organizations/{organizationId}/domains/{domainId}")
	Mono<DeletedObject> delete(@PathVariable String organizationId, @PathVariable String domainId);

	/**
	 * Declare that the organization owns a domain, without the proof by DNS: {@code POST
	 * /organizations/{organizationId}/domains/{domainId}/verify_ownership}.
	 */
	@PostExchange("/organizations/{organizationId}/domains/{domainId}/verify_ownership")
	Mono<OrganizationDomain> verifyOwnership(@PathVariable String organizationId, @PathVariable String domainId);

}
