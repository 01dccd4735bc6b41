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
 * Operations on organizations. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Organizations">Clerk's
 * reference</a>.
 */
public interface OrganizationOperations {

	/** Fetch one page of the organizations: {@code GET /organizations}. */
	@GetExchange("/organizations")
	Mono<Page<Organization>> list(OrganizationQuery query);

	/** Fetch all organizations, page by page on demand. */
	default Flux<Organization> stream(OrganizationQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create an organization: {@code POST /organizations}. */
	@PostExchange("/organizations")
	Mono<Organization> create(@RequestBody CreateOrganizationRequest request);

	/**
	 * Fetch an organization by id or slug: {@code GET /organizations/{organizationId}}.
	 */
	@GetExchange("/organizations/{organizationId}")
	Mono<Organization> get(@PathVariable String organizationId, GetOrganizationQuery query);

	/** Fetch an organization by id or slug, without optional properties. */
	default Mono<Organization> get(String organizationId) {
		return get(organizationId, GetOrganizationQuery.create());
	}

	/** Update an organization: {@code PATCH /organizations/{organizationId}}. */
	@PatchExchange("/organizations/{organizationId}")
	Mono<Organization> update(@PathVariable String organizationId, @RequestBody UpdateOrganizationRequest request);

	/**
	 * Delete an organization and its memberships: {@code DELETE
	 * /organizations/{organizationId}}.
	 */
	@DeleteExchange("/organizations/{organizationId}")
	Mono<DeletedObject> delete(@PathVariable String organizationId);

	/**
	 * Merge the metadata of an organization; null removes a key: {@code PATCH
	 * /organizations/{organizationId}/metadata}.
	 */
	@PatchExchange("/organizations/{organizationId}/metadata")
	Mono<Organization> mergeMetadata(@PathVariable String organizationId,
			@RequestBody OrganizationMetadataRequest request);

	/**
	 * Replace the metadata of each type that is set: {@code PUT
	 * /organizations/{organizationId}/metadata}.
	 */
	@PutExchange("/organizations/{organizationId}/metadata")
	Mono<Organization> replaceMetadata(@PathVariable String organizationId,
			@RequestBody OrganizationMetadataRequest request);

	/**
	 * Set the logo of an organization (JPEG, PNG, GIF or WebP, at most 10 MB) on behalf
	 * of a user: {@code PUT /organizations/{organizationId}/logo}.
	 */
	@PutExchange(url = "/organizations/{organizationId}/logo", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<Organization> uploadLogo(@PathVariable String organizationId, @RequestPart Resource file,
			@RequestPart(name = "uploader_user_id", required = false) @Nullable String uploaderUserId);

	/** Set the logo of an organization on behalf of the application. */
	default Mono<Organization> uploadLogo(String organizationId, Resource file) {
		return uploadLogo(organizationId, file, null);
	}

	/**
	 * Remove the logo of an organization: {@code DELETE
	 * /organizations/{organizationId}/logo}.
	 */
	@DeleteExchange("/organizations/{organizationId}/logo")
	Mono<Organization> deleteLogo(@PathVariable String organizationId);

}
