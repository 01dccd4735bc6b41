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
 * Permissions in organizations, as in <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Organization-Permissions">Clerk's
 * reference</a>.
 */
public interface OrganizationPermissionOperations {

	/**
	 * Fetch one page of the permissions: {@code GET /organization_permissions}.
	 * @param query which permissions
	 * @return the page
	 */
	@GetExchange("/organization_permissions")
	Mono<Page<OrganizationPermission>> list(OrganizationPermissionQuery query);

	/**
	 * Read all permissions, page by page as the subscriber asks for them.
	 * @param query which permissions, and how many a page
	 * @return the permissions
	 */
	default Flux<OrganizationPermission> stream(OrganizationPermissionQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Create a permission: {@code POST /organization_permissions}.
	 * @param request the permission
	 * @return the permission
	 */
	@PostExchange("/organization_permissions")
	Mono<OrganizationPermission> create(@RequestBody CreateOrganizationPermissionRequest request);

	/**
	 * Read a permission: {@code GET /organization_permissions/{permission_id}}.
	 * @param permissionId the id of the permission
	 * @return the permission
	 */
	@GetExchange("/organization_permissions/{permissionId}")
	Mono<OrganizationPermission> get(@PathVariable String permissionId);

	/**
	 * Change a permission of the application; those of Clerk are fixed: {@code PATCH
	 * /organization_permissions/{permission_id}}.
	 * @param permissionId the id of the permission
	 * @param request the changes
	 * @return the changed permission
	 */
	@PatchExchange("/organization_permissions/{permissionId}")
	Mono<OrganizationPermission> update(@PathVariable String permissionId,
			@RequestBody UpdateOrganizationPermissionRequest request);

	/**
	 * Delete a permission of the application; those of Clerk stay: {@code DELETE
	 * /organization_permissions/{permission_id}}.
	 * @param permissionId the id of the permission
	 * @return what was deleted
	 */
	@DeleteExchange("/organization_permissions/{permissionId}")
	Mono<DeletedObject> delete(@PathVariable String permissionId);

}
