package io.github.clerkspring.client.organization;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on organization memberships. See <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Organization-Memberships">Clerk's
 * reference</a>.
 */
public interface OrganizationMembershipOperations {

	/**
	 * Fetch one page of the memberships of all organizations: {@code GET
	 * /organization_memberships}.
	 */
	@GetExchange("/organization_memberships")
	Mono<Page<OrganizationMembership>> listAll(InstanceOrganizationMembershipQuery query);

	/** Fetch the memberships of all organizations, page by page on demand. */
	default Flux<OrganizationMembership> streamAll(InstanceOrganizationMembershipQuery query) {
		return Pages.stream(query, this::listAll);
	}

	/**
	 * Fetch one page of the memberships of an organization: {@code GET
	 * /organizations/{organizationId}/memberships}.
	 */
	@GetExchange("/organizations/{organizationId}/memberships")
	Mono<Page<OrganizationMembership>> list(@PathVariable String organizationId, OrganizationMembershipQuery query);

	/** Fetch the memberships of an organization, page by page on demand. */
	default Flux<OrganizationMembership> stream(String organizationId, OrganizationMembershipQuery query) {
		return Pages.stream(query, (page) -> list(organizationId, page));
	}

	/**
	 * Add a user to an organization: {@code POST
	 * /organizations/{organizationId}/memberships}.
	 */
	@PostExchange("/organizations/{organizationId}/memberships")
	Mono<OrganizationMembership> create(@PathVariable String organizationId,
			@RequestBody CreateOrganizationMembershipRequest request);

	/**
	 * Change the role of a member: {@code PATCH
	 * /organizations/{organizationId}/memberships/{userId}}.
	 */
	@PatchExchange("/organizations/{organizationId}/memberships/{userId}")
	Mono<OrganizationMembership> update(@PathVariable String organizationId, @PathVariable String userId,
			@BodyField String role);

	/**
	 * Remove a member from an organization: {@code DELETE
	 * /organizations/{organizationId}/memberships/{userId}}.
	 */
	@DeleteExchange("/organizations/{organizationId}/memberships/{userId}")
	Mono<OrganizationMembership> delete(@PathVariable String organizationId, @PathVariable String userId);

	/**
	 * Merge the metadata of a membership; null removes a key: {@code PATCH
	 * /organizations/{organizationId}/memberships/{userId}/metadata}.
	 */
	@PatchExchange("/organizations/{organizationId}/memberships/{userId}/metadata")
	Mono<OrganizationMembership> mergeMetadata(@PathVariable String organizationId, @PathVariable String userId,
			@RequestBody OrganizationMetadataRequest request);

}
