package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Sets of roles, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Role-Sets">Clerk's
 * reference</a>.
 */
public interface RoleSetOperations {

	/**
	 * Fetch one page of the role sets: {@code GET /role_sets}.
	 * @param query which role sets
	 * @return the page
	 */
	@GetExchange("/role_sets")
	Mono<Page<RoleSet>> list(RoleSetQuery query);

	/**
	 * Read all role sets, page by page as the subscriber asks for them.
	 * @param query which role sets, and how many a page
	 * @return the role sets
	 */
	default Flux<RoleSet> stream(RoleSetQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Create a role set: {@code POST /role_sets}.
	 * @param request the role set
	 * @return the role set
	 */
	@PostExchange("/role_sets")
	Mono<RoleSet> create(@RequestBody CreateRoleSetRequest request);

	/**
	 * Read a role set: {@code GET /role_sets/{role_set_key_or_id}}.
	 * @param roleSetKeyOrId the key or the id of the role set
	 * @return the role set
	 */
	@GetExchange("/role_sets/{roleSetKeyOrId}")
	Mono<RoleSet> get(@PathVariable String roleSetKeyOrId);

	/**
	 * Change a role set: {@code PATCH /role_sets/{role_set_key_or_id}}.
	 * @param roleSetKeyOrId the key or the id of the role set
	 * @param request the changes
	 * @return the changed role set
	 */
	@PatchExchange("/role_sets/{roleSetKeyOrId}")
	Mono<RoleSet> update(@PathVariable String roleSetKeyOrId, @RequestBody UpdateRoleSetRequest request);

	/**
	 * Delete a role set and move its organizations to another: {@code POST
	 * /role_sets/{role_set_key_or_id}/replace}.
	 * @param roleSetKeyOrId the key or the id of the role set
	 * @param destRoleSetKey the key of the role set that takes over
	 * @param reassignmentMappings the new roles by the former ones, as keys, or
	 * {@code null} for the same ones
	 * @return what was deleted
	 */
	@PostExchange("/role_sets/{roleSetKeyOrId}/replace")
	Mono<DeletedObject> replace(@PathVariable String roleSetKeyOrId, @BodyField String destRoleSetKey,
			@BodyField @Nullable Map<String, String> reassignmentMappings);

	/**
	 * Delete a role set and move its organizations to another with the same roles.
	 * @param roleSetKeyOrId the key or the id of the role set
	 * @param destRoleSetKey the key of the role set that takes over
	 * @return what was deleted
	 */
	default Mono<DeletedObject> replace(String roleSetKeyOrId, String destRoleSetKey) {
		return replace(roleSetKeyOrId, destRoleSetKey, null);
	}

	/**
	 * Add roles to a role set: {@code POST /role_sets/{role_set_key_or_id}/roles}.
	 * @param roleSetKeyOrId the key or the id of the role set
	 * @param request the roles
	 * @return the changed role set
	 */
	@PostExchange("/role_sets/{roleSetKeyOrId}/roles")
	Mono<RoleSet> addRoles(@PathVariable String roleSetKeyOrId, @RequestBody AddRolesRequest request);

	/**
	 * Take a role from a role set and give its members another: {@code POST
	 * /role_sets/{role_set_key_or_id}/roles/replace}.
	 * @param roleSetKeyOrId the key or the id of the role set
	 * @param roleKey the key of the role that goes
	 * @param toRoleKey the key of the role that its members get
	 * @return the changed role set
	 */
	@PostExchange("/role_sets/{roleSetKeyOrId}/roles/replace")
	Mono<RoleSet> replaceRole(@PathVariable String roleSetKeyOrId, @BodyField String roleKey,
			@BodyField String toRoleKey);

}
