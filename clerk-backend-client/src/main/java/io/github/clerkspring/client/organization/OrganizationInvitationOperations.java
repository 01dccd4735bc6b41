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
import io.github.clerkspring.client.core.BulkBody;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;
import io.github.clerkspring.client.core.PlainPageQuery;

/**
 * Operations on organization invitations. See <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Organization-Invitations">Clerk's
 * reference</a>.
 */
public interface OrganizationInvitationOperations {

	/**
	 * Fetch one page of the invitations of all organizations: {@code GET
	 * /organization_invitations}.
	 */
	@GetExchange("/organization_invitations")
	Mono<Page<OrganizationInvitation>> listAll(InstanceOrganizationInvitationQuery query);

	/** Fetch the invitations of all organizations, page by page on demand. */
	default Flux<OrganizationInvitation> streamAll(InstanceOrganizationInvitationQuery query) {
		return Pages.stream(query, this::listAll);
	}

	/**
	 * Fetch one page of the invitations of an organization: {@code GET
	 * /organizations/{organizationId}/invitations}.
	 */
	@GetExchange("/organizations/{organizationId}/invitations")
	Mono<Page<OrganizationInvitation>> list(@PathVariable String organizationId, OrganizationInvitationQuery query);

	/** Fetch the invitations of an organization, page by page on demand. */
	default Flux<OrganizationInvitation> stream(String organizationId, OrganizationInvitationQuery query) {
		return Pages.stream(query, (page) -> list(organizationId, page));
	}

	/** Create an invitation: {@code POST /organizations/{organizationId}/invitations}. */
	@PostExchange("/organizations/{organizationId}/invitations")
	Mono<OrganizationInvitation> create(@PathVariable String organizationId,
			@RequestBody CreateOrganizationInvitationRequest request);

	/**
	 * Create up to 10 invitations: {@code POST
	 * /organizations/{organizationId}/invitations/bulk}.
	 */
	@PostExchange("/organizations/{organizationId}/invitations/bulk")
	Mono<Page<OrganizationInvitation>> createBulk(@PathVariable String organizationId,
			@RequestBody @BulkBody(max = 10) List<CreateOrganizationInvitationRequest> requests);

	/**
	 * Fetch one page of the pending invitations of an organization: {@code GET
	 * /organizations/{organizationId}/invitations/pending}.
	 * @deprecated use {@link #list} with the status
	 * {@link OrganizationInvitationStatus#PENDING}
	 */
	@Deprecated
	@GetExchange("/organizations/{organizationId}/invitations/pending")
	Mono<Page<OrganizationInvitation>> listPending(@PathVariable String organizationId, PlainPageQuery query);

	/**
	 * Fetch an invitation: {@code GET
	 * /organizations/{organizationId}/invitations/{invitationId}}.
	 */
	@GetExchange("/organizations/{organizationId}/invitations/{invitationId}")
	Mono<OrganizationInvitation> get(@PathVariable String organizationId, @PathVariable String invitationId);

	/**
	 * Revoke a pending invitation on behalf of a user, or of the application if null:
	 * {@code POST /organizations/{organizationId}/invitations/{invitationId}/revoke}.
	 */
	@PostExchange("/organizations/{organizationId}/invitations/{invitationId}/revoke")
	Mono<OrganizationInvitation> revoke(@PathVariable String organizationId, @PathVariable String invitationId,
			@BodyField @Nullable String requestingUserId);

	/** Revoke a pending invitation on behalf of the application. */
	default Mono<OrganizationInvitation> revoke(String organizationId, String invitationId) {
		return revoke(organizationId, invitationId, null);
	}

}
