package io.github.clerkspring.client.organization;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Invitations to organizations, as in <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Organization-Invitations">Clerk's
 * reference</a>.
 */
public interface OrganizationInvitationOperations {

	/**
	 * Fetch one page of the invitations of all organizations:
	 * {@code GET /organization_invitations}.
	 * @param query which invitations
	 * @return the page
	 */
	@GetExchange("/organization_invitations")
	Mono<Page<OrganizationInvitation>> listAll(InstanceOrganizationInvitationQuery query);

	/**
	 * Read the invitations of all organizations, page by page as the subscriber asks for
	 * them.
	 * @param query which invitations, and how many a page
	 * @return the invitations
	 */
	default Flux<OrganizationInvitation> streamAll(InstanceOrganizationInvitationQuery query) {
		return Pages.stream(query, this::listAll);
	}

	/**
	 * Fetch one page of the invitations of an organization: {@code GET
	 * /organizations/{organization_id}/invitations}.
	 * @param organizationId the id of the organization
	 * @param query which invitations
	 * @return the page
	 */
	@GetExchange("/organizations/{organizationId}/invitations")
	Mono<Page<OrganizationInvitation>> list(@PathVariable String organizationId, OrganizationInvitationQuery query);

	/**
	 * Read the invitations of an organization, page by page as the subscriber asks for
	 * them.
	 * @param organizationId the id of the organization
	 * @param query which invitations, and how many a page
	 * @return the invitations
	 */
	default Flux<OrganizationInvitation> stream(String organizationId, OrganizationInvitationQuery query) {
		return Pages.stream(query, (page) -> list(organizationId, page));
	}

	/**
	 * Invite somebody into an organization: {@code POST
	 * /organizations/{organization_id}/invitations}.
	 * @param organizationId the id of the organization
	 * @param request whom, and with which role
	 * @return the invitation
	 */
	@PostExchange("/organizations/{organizationId}/invitations")
	Mono<OrganizationInvitation> create(@PathVariable String organizationId,
			@RequestBody CreateOrganizationInvitationRequest request);

	/**
	 * Invite several people into an organization: {@code POST
	 * /organizations/{organization_id}/invitations/bulk}.
	 * @param organizationId the id of the organization
	 * @param requests one to ten invitations
	 * @return the invitations
	 */
	@PostExchange("/organizations/{organizationId}/invitations/bulk")
	Mono<Page<OrganizationInvitation>> createBulk(@PathVariable String organizationId,
			@RequestBody List<CreateOrganizationInvitationRequest> requests);

	/**
	 * Fetch one page of the pending invitations of an organization: {@code GET
	 * /organizations/{organization_id}/invitations/pending}.
	 * @param organizationId the id of the organization
	 * @param query which page
	 * @return the page
	 * @deprecated use {@link #list} with the status
	 * {@link OrganizationInvitationStatus#PENDING}
	 */
	@Deprecated
	@GetExchange("/organizations/{organizationId}/invitations/pending")
	Mono<Page<OrganizationInvitation>> listPending(@PathVariable String organizationId,
			PendingOrganizationInvitationQuery query);

	/**
	 * Read an invitation: {@code GET
	 * /organizations/{organization_id}/invitations/{invitation_id}}.
	 * @param organizationId the id of the organization
	 * @param invitationId the id of the invitation
	 * @return the invitation
	 */
	@GetExchange("/organizations/{organizationId}/invitations/{invitationId}")
	Mono<OrganizationInvitation> get(@PathVariable String organizationId, @PathVariable String invitationId);

	/**
	 * Take back an invitation that is pending: {@code POST
	 * /organizations/{organization_id}/invitations/{invitation_id}/revoke}.
	 * @param organizationId the id of the organization
	 * @param invitationId the id of the invitation
	 * @param requestingUserId the id of the user who takes it back, or {@code null} for
	 * the application
	 * @return the revoked invitation
	 */
	@PostExchange("/organizations/{organizationId}/invitations/{invitationId}/revoke")
	Mono<OrganizationInvitation> revoke(@PathVariable String organizationId, @PathVariable String invitationId,
			@BodyField @Nullable String requestingUserId);

	/**
	 * Take back an invitation that is pending, on behalf of the application.
	 * @param organizationId the id of the organization
	 * @param invitationId the id of the invitation
	 * @return the revoked invitation
	 */
	default Mono<OrganizationInvitation> revoke(String organizationId, String invitationId) {
		return revoke(organizationId, invitationId, null);
	}

}
