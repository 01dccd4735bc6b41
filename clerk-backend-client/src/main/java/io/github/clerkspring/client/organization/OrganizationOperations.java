package io.github.clerkspring.client.organization;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Organizations, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Organizations">Clerk's
 * reference</a>.
 */
public interface OrganizationOperations {

	/**
	 * Fetch one page of the organizations: {@code GET /organizations}.
	 * @param query which organizations
	 * @return the page
	 */
	@GetExchange("/organizations")
	Mono<Page<Organization>> list(OrganizationQuery query);

	/**
	 * Read all organizations, page by page as the subscriber asks for them.
	 * @param query which organizations, and how many a page
	 * @return the organizations
	 */
	default Flux<Organization> stream(OrganizationQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Create an organization: {@code POST /organizations}.
	 * @param request the organization
	 * @return the organization
	 */
	@PostExchange("/organizations")
	Mono<Organization> create(@RequestBody CreateOrganizationRequest request);

	/**
	 * Read an organization: {@code GET /organizations/{organization_id}}.
	 * @param organizationId the id or the slug of the organization
	 * @param query what to tell beyond the usual
	 * @return the organization
	 */
	@GetExchange("/organizations/{organizationId}")
	Mono<Organization> get(@PathVariable String organizationId, GetOrganizationQuery query);

	/**
	 * Read an organization without its counts.
	 * @param organizationId the id or the slug of the organization
	 * @return the organization
	 */
	default Mono<Organization> get(String organizationId) {
		return get(organizationId, GetOrganizationQuery.create());
	}

	/**
	 * Change an organization: {@code PATCH /organizations/{organization_id}}.
	 * @param organizationId the id of the organization
	 * @param request the changes
	 * @return the changed organization
	 */
	@PatchExchange("/organizations/{organizationId}")
	Mono<Organization> update(@PathVariable String organizationId, @RequestBody UpdateOrganizationRequest request);

	/**
	 * Delete an organization with its memberships and invitations: {@code DELETE
	 * /organizations/{organization_id}}.
	 * @param organizationId the id of the organization
	 * @return what was deleted
	 */
	@DeleteExchange("/organizations/{organizationId}")
	Mono<DeletedObject> delete(@PathVariable String organizationId);

	/**
	 * Merge into the metadata of an organization, where a null value removes its key:
	 * {@code PATCH /organizations/{organization_id}/metadata}.
	 * @param organizationId the id of the organization
	 * @param request what to merge
	 * @return the changed organization
	 */
	@PatchExchange("/organizations/{organizationId}/metadata")
	Mono<Organization> mergeMetadata(@PathVariable String organizationId,
			@RequestBody OrganizationMetadataRequest request);

	/**
	 * Replace each kind of metadata that is set: {@code PUT
	 * /organizations/{organization_id}/metadata}.
	 * @param organizationId the id of the organization
	 * @param request the new metadata
	 * @return the changed organization
	 */
	@PutExchange("/organizations/{organizationId}/metadata")
	Mono<Organization> replaceMetadata(@PathVariable String organizationId,
			@RequestBody OrganizationMetadataRequest request);

	/**
	 * Set the logo of an organization: {@code PUT /organizations/{organization_id}/logo}.
	 * @param organizationId the id of the organization
	 * @param file a JPEG, PNG, GIF or WebP image of at most 10 MB
	 * @param uploaderUserId the id of the user who uploads, or {@code null}
	 * @return the changed organization
	 */
	@PutExchange(url = "/organizations/{organizationId}/logo", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<Organization> uploadLogo(@PathVariable String organizationId, @RequestPart Resource file,
			@RequestPart(name = "uploader_user_id", required = false) @Nullable String uploaderUserId);

	/**
	 * Set the logo of an organization on behalf of nobody.
	 * @param organizationId the id of the organization
	 * @param file a JPEG, PNG, GIF or WebP image of at most 10 MB
	 * @return the changed organization
	 */
	default Mono<Organization> uploadLogo(String organizationId, Resource file) {
		return uploadLogo(organizationId, file, null);
	}

	/**
	 * Remove the logo of an organization: {@code DELETE
	 * /organizations/{organization_id}/logo}.
	 * @param organizationId the id of the organization
	 * @return the changed organization
	 */
	@DeleteExchange("/organizations/{organizationId}/logo")
	Mono<Organization> deleteLogo(@PathVariable String organizationId);

}
