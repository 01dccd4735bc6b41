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
 * Operations on organization roles. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Organization-Roles">Clerk's
 * reference</a>.
 */
public interface OrganizationRoleOperations {

	/** Fetch one page of the roles: {@code GET /organization_roles}. */
	@GetExchange("/organization_roles")
	Mono<Page<OrganizationRole>> list(RoleSearchQuery query);

	/** Fetch all roles, page by page on demand. */
	default Flux<OrganizationRole> stream(RoleSearchQuery query) {
		return Pages.stream(query, this::list);
	}

	/** Create a role: {@code POST /organization_roles}. */
	@PostExchange("/organization_roles")
	Mono<OrganizationRole> create(@RequestBody CreateOrganizationRoleRequest request);

	/** Fetch a role: {@code GET /organization_roles/{organizationRoleId}}. */
	@GetExchange("/organization_roles/{organizationRoleId}")
	Mono<OrganizationRole> get(@PathVariable String organizationRoleId);

	/** Update a role: {@code PATCH /organization_roles/{organizationRoleId}}. */
	@PatchExchange("/organization_roles/{organizationRoleId}")
	Mono<OrganizationRole> update(@PathVariable String organizationRoleId,
			@RequestBody UpdateOrganizationRoleRequest request);

	/**
	 * Delete a role that no member, invitation or setting refers to: {@code DELETE
	 * /organization_roles/{organizationRoleId}}.
	 */
	@DeleteExchange("/organization_roles/{organizationRoleId}")
	Mono<DeletedObject> delete(@PathVariable String organizationRoleId);

	/**
	 * Assign a permission to a role: {@code POST
	 * /organization_roles/{organizationRoleId}/permissions/{permissionId}}.
	 */
	@PostExchange("/organization_roles/{organizationRoleId}/permissions/{permissionId}")
	Mono<OrganizationRole> assignPermission(@PathVariable String organizationRoleId, @PathVariable String permissionId);

	/**
	 * Remove a permission from a role: {@code DELETE
	 * /organization_roles/{organizationRoleId}/permissions/{permissionId}}.
	 */
	@DeleteExchange("/organization_roles/{organizationRoleId}/permissions/{permissionId}")
	Mono<OrganizationRole> removePermission(@PathVariable String organizationRoleId, @PathVariable String permissionId);

}
