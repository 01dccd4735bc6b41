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
 * Memberships of organizations, as in <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Organization-Memberships">Clerk's
 * reference</a>.
 */
public interface OrganizationMembershipOperations {

	/**
	 * Fetch one page of the memberships of all organizations:
	 * {@code GET /organization_memberships}.
	 * @param query in which order
	 * @return the page
	 */
	@GetExchange("/organization_memberships")
	Mono<Page<OrganizationMembership>> listAll(InstanceOrganizationMembershipQuery query);

	/**
	 * Read the memberships of all organizations, page by page as the subscriber asks for
	 * them.
	 * @param query in which order, and how many a page
	 * @return the memberships
	 */
	default Flux<OrganizationMembership> streamAll(InstanceOrganizationMembershipQuery query) {
		return Pages.stream(query, this::listAll);
	}

	/**
	 * Fetch one page of the memberships of an organization: {@code GET
	 * /organizations/{organization_id}/memberships}.
	 * @param organizationId the id of the organization
	 * @param query which memberships
	 * @return the page
	 */
	@GetExchange("/organizations/{organizationId}/memberships")
	Mono<Page<OrganizationMembership>> list(@PathVariable String organizationId, OrganizationMembershipQuery query);

	/**
	 * Read the memberships of an organization, page by page as the subscriber asks for
	 * them.
	 * @param organizationId the id of the organization
	 * @param query which memberships, and how many a page
	 * @return the memberships
	 */
	default Flux<OrganizationMembership> stream(String organizationId, OrganizationMembershipQuery query) {
		return Pages.stream(query, (page) -> list(organizationId, page));
	}

	/**
	 * Add a user to an organization: {@code POST
	 * /organizations/{organization_id}/memberships}.
	 * @param organizationId the id of the organization
	 * @param request whom, and with which role
	 * @return the membership
	 */
	@PostExchange("/organizations/{organizationId}/memberships")
	Mono<OrganizationMembership> create(@PathVariable String organizationId,
			@RequestBody CreateOrganizationMembershipRequest request);

	/**
	 * Give a member another role: {@code PATCH
	 * /organizations/{organization_id}/memberships/{user_id}}.
	 * @param organizationId the id of the organization
	 * @param userId the id of the user
	 * @param role the key of the new role
	 * @return the changed membership
	 */
	@PatchExchange("/organizations/{organizationId}/memberships/{userId}")
	Mono<OrganizationMembership> update(@PathVariable String organizationId, @PathVariable String userId,
			@BodyField String role);

	/**
	 * Remove a member from an organization: {@code DELETE
	 * /organizations/{organization_id}/memberships/{user_id}}.
	 * @param organizationId the id of the organization
	 * @param userId the id of the user
	 * @return the membership that ended
	 */
	@DeleteExchange("/organizations/{organizationId}/memberships/{userId}")
	Mono<OrganizationMembership> delete(@PathVariable String organizationId, @PathVariable String userId);

	/**
	 * Merge into the metadata of a membership, where a null value removes its key:
	 * {@code PATCH /organizations/{organization_id}/memberships/{user_id}/metadata}.
	 * @param organizationId the id of the organization
	 * @param userId the id of the user
	 * @param request what to merge
	 * @return the changed membership
	 */
	@PatchExchange("/organizations/{organizationId}/memberships/{userId}/metadata")
	Mono<OrganizationMembership> mergeMetadata(@PathVariable String organizationId, @PathVariable String userId,
			@RequestBody OrganizationMetadataRequest request);

}
