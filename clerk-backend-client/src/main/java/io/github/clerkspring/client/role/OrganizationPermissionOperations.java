package io.github.clerkspring.client.role;

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
 * Operations on organization permissions. See <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Organization-Permissions">Clerk's
 * reference</a>.
 */
public interface OrganizationPermissionOperations {

	/** Fetch one page of the permissions: {@code GET /organization_permissions}. */
	@GetExchange("/organization_permissions")
	Mono<Page<OrganizationPermission>> list(RoleSearchQuery query);

	/** Fetch all permissions, page by page on demand. */
	default Flux<OrganizationPermission> stream(RoleSearchQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a permission: {@code POST /organization_permissions}. */
	@PostExchange("/organization_permissions")
	Mono<OrganizationPermission> create(@RequestBody CreateOrganizationPermissionRequest request);

	/** Fetch a permission: {@code GET /organization_permissions/{permissionId}}. */
	@GetExchange("/organization_permissions/{permissionId}")
	Mono<OrganizationPermission> get(@PathVariable String permissionId);

	/**
	 * Update a custom permission: {@code PATCH /organization_permissions/{permissionId}}.
	 */
	@PatchExchange("/organization_permissions/{permissionId}")
	Mono<OrganizationPermission> update(@PathVariable String permissionId,
			@RequestBody UpdateOrganizationPermissionRequest request);

	/**
	 * Delete a custom permission: {@code DELETE
	 * /organization_permissions/{permissionId}}.
	 */
	@DeleteExchange("/organization_permissions/{permissionId}")
	Mono<DeletedObject> delete(@PathVariable String permissionId);

}
